import { memorySyncStore } from './memory-sync-store.ts';
import { syncStoreContract } from './sync-store.contract.ts';

syncStoreContract('memory', async () => memorySyncStore());
