import { memoryPushStore } from './memory-push-store.ts';
import { pushStoreContract } from './push-store.contract.ts';

const store = memoryPushStore();

pushStoreContract('memory', async () => store);
