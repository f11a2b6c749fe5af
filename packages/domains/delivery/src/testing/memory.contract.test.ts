import { commitMemoryWrites, memoryRegistrationStore } from './memory-registration-store.ts';
import { registrationStoreContract } from './registration-store.contract.ts';

registrationStoreContract('memory', async () => ({
  store: memoryRegistrationStore(),
  commit: async (writes) => commitMemoryWrites(writes),
}));
