import { enrolmentStoreContract } from './enrolment-store.contract.ts';
import { memoryEnrolmentStore } from './memory-enrolment-store.ts';

enrolmentStoreContract('memory', async () => memoryEnrolmentStore());
