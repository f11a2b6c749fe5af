export {
  claims,
  type MessageType,
  messageTypes,
  roleUris,
  type ServiceScope,
  serviceScopes,
} from './vocabulary.ts';
