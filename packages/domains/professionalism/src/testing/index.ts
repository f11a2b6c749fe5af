export { factsStoreContract } from './facts-store.contract.ts';
export { memoryFactsStore } from './memory-facts-store.ts';
export { memoryOfficialStore } from './memory-official-store.ts';
export { officialStoreContract } from './official-store.contract.ts';
