export { createCertificateStore } from './certificate-store.ts';
export { credentialFacts } from './facts.ts';
export { createTranscriptStore } from './transcript-store.ts';
