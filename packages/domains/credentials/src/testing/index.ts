export { certificateStoreContract, someCertificate } from './certificate-store.contract.ts';
export { memoryCertificateFiles } from './memory-certificate-files.ts';
export { memoryCertificateStore } from './memory-certificate-store.ts';
export { memorySignedFormFiles, memorySignedFormStore } from './memory-signed-forms.ts';
export { memoryTranscriptFiles, memoryTranscriptStore } from './memory-transcripts.ts';
export { signedFormStoreContract } from './signed-form-store.contract.ts';
export { someFormFacts } from './some-form-facts.ts';
export { someTranscriptFacts } from './some-transcript-facts.ts';
export { transcriptStoreContract } from './transcript-store.contract.ts';
