export { resolveSecrets } from './resolve-secrets.ts';
export { createSharedSecret, type SharedSecret } from './shared-secret.ts';
export { versionsOfSecret } from './versions-of-secret.ts';
