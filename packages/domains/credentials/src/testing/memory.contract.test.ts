import { certificateStoreContract } from './certificate-store.contract.ts';
import { memoryCertificateStore } from './memory-certificate-store.ts';

certificateStoreContract('memory', async () => memoryCertificateStore());
