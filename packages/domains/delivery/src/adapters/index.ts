export { createAddressCheck } from './address-check.ts';
export { createLtiSignatures } from './lti-signatures.ts';
export { createToolKeySets } from './tool-key-sets.ts';
export { createToolReach } from './tool-reach.ts';
export { createToolSignatures } from './tool-signatures.ts';
