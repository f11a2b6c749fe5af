export { createKmsClient, createKmsSealer } from './kms-sealer.ts';
export type { Sealer } from './sealer.ts';
export { createSecretSealer } from './secret-sealer.ts';
