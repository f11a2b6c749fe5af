import { memoryReadingStore } from './memory-reading-store.ts';
import { memorySyncStore } from './memory-sync-store.ts';
import { readingStoreContract } from './reading-store.contract.ts';
import { syncStoreContract } from './sync-store.contract.ts';

syncStoreContract('memory', async () => memorySyncStore());
readingStoreContract('memory', async () => memoryReadingStore());
