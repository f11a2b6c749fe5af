export { createKmsSigningKey } from './kms-signing-key.ts';
export { createSecretSigningKey } from './secret-signing-key.ts';
export type { SigningKey } from './signing-key.ts';
