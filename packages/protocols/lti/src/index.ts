export {
  type Elsewhere,
  type ExternalPage,
  elsewhereParameters,
  type LtiPlacement,
  ltiPlacementSchema,
  readElsewhere,
} from './placement.ts';
export {
  claims,
  type MessageType,
  messageTypes,
  roleUris,
  type ServiceScope,
  serviceScopes,
} from './vocabulary.ts';
