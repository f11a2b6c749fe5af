import { feedEraserContract } from './feed-eraser.contract.ts';
import { feedStoreContract } from './feed-store.contract.ts';
import { memoryFeedStore } from './memory-feed-store.ts';
import { memoryPullLog } from './memory-pull-log.ts';
import { pullLogContract } from './pull-log.contract.ts';

const store = memoryFeedStore();

feedStoreContract('memory', async () => store, { randomRuns: 300 });

feedEraserContract('memory', async () => ({ feed: store, eraser: store }));

const rows = new Map();
pullLogContract('memory', (clock) => memoryPullLog(clock, rows));
