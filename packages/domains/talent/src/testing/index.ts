export { memoryTalentStore } from './memory-talent-store.ts';
export { talentStoreContract } from './talent-store.contract.ts';
