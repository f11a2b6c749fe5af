import { feedStoreContract } from './feed-store.contract.ts';
import { memoryFeedStore } from './memory-feed-store.ts';

const store = memoryFeedStore();

feedStoreContract('memory', async () => store, { randomRuns: 300 });
