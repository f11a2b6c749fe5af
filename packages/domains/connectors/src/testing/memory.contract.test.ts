import { connectionStoreContract } from './connection-store.contract.ts';
import { memoryConnectionStore } from './memory-connection-store.ts';

const store = memoryConnectionStore();

connectionStoreContract('memory', async () => store);
