export { budgetStoreContract } from './budget-store.contract.ts';
export { memoryBudgetStore } from './memory-budget-store.ts';
export { randomBudgetHistories } from './random-histories.contract.ts';
