export {
  type AuthenticationError,
  type AuthenticationRequest,
  only,
  type Parameters,
  readAuthenticationRequest,
} from './authentication-request.ts';
export { readContentItems, readReview } from './content-items.ts';
export {
  type DeepLinkingAnswer,
  readDeepLinkingAnswer,
  type ToolNotes,
  type WrongAnswer,
} from './deep-linking-answer.ts';
export { discoveryDocument, type PlatformAddresses } from './discovery.ts';
export {
  idTokenSeconds,
  type LaunchClaimsInput,
  launchClaims,
} from './launch-claims.ts';
export { type LoginInitiation, loginInitiationUrl } from './login.ts';
export { type LaunchPerson, toldAttributes } from './personal.ts';
export {
  type Elsewhere,
  type ElsewhereModule,
  type ExternalPage,
  elsewhereParameters,
  type LtiPlacement,
  ltiPlacementSchema,
  readElsewhere,
} from './placement.ts';
export { plainText } from './plain-text.ts';
export {
  isContact,
  mostContacts,
  type RegistrationRefusal,
  readRegistration,
  registrationAnswer,
  type ToolMessage,
  type ToolMetadata,
} from './registration.ts';
export { type CourseSourcedIds, substituteVariables, type VariableValues } from './variables.ts';
export {
  claims,
  type MessageType,
  messageTypes,
  type PersonalAttribute,
  roleUris,
  type ServiceScope,
  serviceScopes,
} from './vocabulary.ts';
export { isWebAddress, originOf, withParameters } from './web-address.ts';
