export { memoryObligationsStore } from './memory-obligations-store.ts';
export { obligationsStoreContract } from './obligations-store.contract.ts';
