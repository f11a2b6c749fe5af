export { memoryObligationsStore } from './memory-obligations-store.ts';
export { memoryTellingStore } from './memory-telling-store.ts';
export { obligationsStoreContract } from './obligations-store.contract.ts';
export { bkn, budi, memberOf, obligationsWorld } from './obligations-world.ts';
