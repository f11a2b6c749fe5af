export { memoryPlanningStore } from './memory-planning-store.ts';
export { planningStoreContract } from './planning-store.contract.ts';
