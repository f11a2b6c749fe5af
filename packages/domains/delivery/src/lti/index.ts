export type { LtiLink } from './link.ts';
export { jwksCacheSeconds, type PlatformKey, type PlatformKeyBook, type PublicJwk } from './platform-key.ts';
export {
  createPlatformSigner,
  type PlatformKeyDeps,
  type PlatformSigner,
  rotatePlatformKeys,
} from './platform-keys.ts';
export type { LtiLinkStore, LtiSignatures, LtiToolStore, PlatformKeyStore, SecretBox } from './ports.ts';
export type { LtiClientId, LtiDeployment, LtiTool, LtiToolKeys, LtiToolMessage } from './tool.ts';
