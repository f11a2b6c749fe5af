export { createMemoryObjectStore } from '../objects/memory-object-store.ts';
export { objectStoreContract } from '../objects/object-store.contract.ts';
