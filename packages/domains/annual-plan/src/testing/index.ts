export { memoryPlanStore } from './memory-plan-store.ts';
export { planStoreContract } from './plan-store.contract.ts';
export { planAdmin, planItemOf, planOf, someNeed, someRequest } from './samples.ts';
