export { createLtiSignatures } from './lti-signatures.ts';
