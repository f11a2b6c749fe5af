export { createCertificateStore } from './certificate-store.ts';
export { credentialFacts } from './facts.ts';
export { createSignedFormStore } from './signed-form-store.ts';
export { createTranscriptStore } from './transcript-store.ts';
