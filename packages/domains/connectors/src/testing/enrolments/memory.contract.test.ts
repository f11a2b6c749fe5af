import { memoryProviderEnrolmentStore } from './memory-provider-enrolment-store.ts';
import { providerEnrolmentStoreContract } from './provider-enrolment-store.contract.ts';

providerEnrolmentStoreContract('memory', async () => memoryProviderEnrolmentStore());
