export {
  canvasConfiguration,
  clientMetadata,
  type ToolAddresses,
  wantedScopes,
} from './client-metadata.ts';
export { type ChosenCourse, courseParameter, deepLinkingResponse } from './deep-linking-response.ts';
export { authenticationUrl, readToolLogin, type ToolLogin } from './login-request.ts';
export { readToolMessage, type ToolChoiceAsked, type ToolLaunch, type ToolMessage } from './message.ts';
export {
  type PlatformConfiguration,
  type RegisteredHere,
  readPlatformConfiguration,
  readRegistrationAnswer,
} from './platform-configuration.ts';
