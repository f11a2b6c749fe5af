import { certificateStoreContract } from './certificate-store.contract.ts';
import { memoryCertificateStore } from './memory-certificate-store.ts';
import { memorySignedFormStore } from './memory-signed-forms.ts';
import { memoryTranscriptStore } from './memory-transcripts.ts';
import { signedFormStoreContract } from './signed-form-store.contract.ts';
import { transcriptStoreContract } from './transcript-store.contract.ts';

certificateStoreContract('memory', async () => memoryCertificateStore());
transcriptStoreContract('memory', async () => memoryTranscriptStore());
signedFormStoreContract('memory', async () => memorySignedFormStore());
