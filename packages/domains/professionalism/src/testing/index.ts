export { factsStoreContract } from './facts-store.contract.ts';
export { memoryFactsStore } from './memory-facts-store.ts';
