export { dispatchStoreContract } from './dispatch-store.contract.ts';
export { memoryDispatchStore } from './memory-dispatch-store.ts';
