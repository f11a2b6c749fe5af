import { guestStoreContract } from './guest-store.contract.ts';
import { memoryGuestStore } from './memory-guest-store.ts';
import { commitMemoryWrites, memoryRegistrationStore } from './memory-registration-store.ts';
import { registrationStoreContract } from './registration-store.contract.ts';

registrationStoreContract('memory', async () => ({
  store: memoryRegistrationStore(),
  commit: async (writes) => commitMemoryWrites(writes),
}));
guestStoreContract('memory', async () => memoryGuestStore());
