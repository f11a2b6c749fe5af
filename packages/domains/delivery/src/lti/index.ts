export {
  type AuthenticationAnswer,
  type AuthenticationDeps,
  answerAuthentication,
} from './answer-authentication.ts';
export { type AskToolDeps, askTool, awaitTool, checkDownTool, noteSign } from './ask-tool.ts';
export { type BeginDeps, beginLaunch } from './begin-launch.ts';
export { changeToolByHand, removeDeployment } from './change-tool.ts';
export { decideTool, longestReason, mayReturn } from './decide-tool.ts';
export {
  type ChoiceFault,
  ChoiceRefused,
  LaunchEnded,
  LtiChangedMeanwhile,
  LtiNotFound,
  RegistrationRefused,
  RegistrationTokenInvalid,
  ToolNotReady,
  ToolNotReturning,
} from './errors.ts';
export { choiceSeconds, type LaunchLink, type LaunchOrder, type LtiLaunch } from './launch.ts';
export type { LtiLink } from './link.ts';
export { makeRegistrationToken } from './make-registration-token.ts';
export {
  addDeployment,
  addToolByHand,
  findTool,
  type ManageDeps,
  type ToolByHand,
  toolByHandSchema,
} from './manage-tools.ts';
export { createLaunchTicket, type OrderDeps } from './order-launch.ts';
export {
  jwksCacheSeconds,
  type KeyStanding,
  type PlatformKey,
  type PlatformKeyBook,
  type PublicJwk,
  standingsOf,
} from './platform-key.ts';
export {
  createPlatformSigner,
  type PlatformKeyDeps,
  type PlatformSigner,
  readOrRotate,
  rotatePlatformKeys,
} from './platform-keys.ts';
export type {
  AddressCheck,
  AuthorsPort,
  CourseIdsPort,
  KeyReading,
  KeyReadings,
  LaunchServicesPort,
  LtiLaunchStore,
  LtiLinkStore,
  LtiSignatures,
  LtiToolStore,
  PlaceItemsPort,
  PlatformKeyStore,
  RegistrationTokenStore,
  SecretBox,
  SeenMessages,
  SharedAttributesPort,
  SharedPerson,
  ToolHealthStore,
  ToolReach,
  ToolSignatures,
  ToolSignsPort,
} from './ports.ts';
export {
  type RegisterDeps,
  readRegistered,
  registerTool,
  registerToolAsOperator,
  updateRegistered,
} from './register-tool.ts';
export type { RegistrationToken } from './registration-token.ts';
export { type ChoiceDeps, type TakenChoice, takeChoice } from './take-choice.ts';
export { platformName, platformVersion } from './tell-launch.ts';
export {
  type LtiClientId,
  type LtiDeployment,
  type LtiTool,
  type LtiToolKeys,
  type LtiToolMessage,
  takesMessage,
  targetOf,
} from './tool.ts';
export {
  freshToolHealth,
  isToAsk,
  isToTell,
  type ToolFault,
  type ToolHealth,
  type ToolSign,
  type ToolWait,
  toolFaults,
  toolSigns,
} from './tool-health.ts';
export { withdrawKey } from './withdraw-key.ts';
