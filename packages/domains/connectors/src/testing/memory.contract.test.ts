import { connectionStoreContract } from './connection-store.contract.ts';
import { healthStoreContract } from './health-store.contract.ts';
import { memoryConnectionStore } from './memory-connection-store.ts';
import { memoryHealthStore, memoryLetterStore } from './memory-health-store.ts';

const store = memoryConnectionStore();

connectionStoreContract('memory', async () => store);

const [health, letters] = [memoryHealthStore(), memoryLetterStore()];

healthStoreContract('memory', async () => ({ health, letters }));
