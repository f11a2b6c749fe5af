export { discoveryDocument, type PlatformAddresses } from './discovery.ts';
export {
  type Elsewhere,
  type ElsewhereModule,
  type ExternalPage,
  elsewhereParameters,
  type LtiPlacement,
  ltiPlacementSchema,
  readElsewhere,
} from './placement.ts';
export { substituteVariables, type VariableValues } from './variables.ts';
export {
  claims,
  type MessageType,
  messageTypes,
  roleUris,
  type ServiceScope,
  serviceScopes,
} from './vocabulary.ts';
