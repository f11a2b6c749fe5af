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
export {
  readServiceAnswer,
  type ScoreAnswer,
  type ScoreTrouble,
  scoreTroubles,
} from './score-answer.ts';
export {
  chooseLineItem,
  type LineItemOwner,
  lineItemSearch,
  madeLineItem,
  newLineItem,
} from './score-line-item.ts';
export {
  type ScoreSaying,
  sayingMark,
  scoreBody,
  scoreSaying,
  scoresAddress,
  type ToolStanding,
} from './score-saying.ts';
export {
  assertionClaims,
  type PlatformToken,
  readTokenAnswer,
  tokenForm,
  tokenRefusal,
} from './score-token.ts';
