import { dispatchStoreContract } from './dispatch-store.contract.ts';
import { memoryDispatchStore } from './memory-dispatch-store.ts';

dispatchStoreContract('memory', async () => memoryDispatchStore());
