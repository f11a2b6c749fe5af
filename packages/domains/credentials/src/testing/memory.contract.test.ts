import { certificateStoreContract } from './certificate-store.contract.ts';
import { memoryCertificateStore } from './memory-certificate-store.ts';
import { memoryTranscriptStore } from './memory-transcripts.ts';
import { transcriptStoreContract } from './transcript-store.contract.ts';

certificateStoreContract('memory', async () => memoryCertificateStore());
transcriptStoreContract('memory', async () => memoryTranscriptStore());
