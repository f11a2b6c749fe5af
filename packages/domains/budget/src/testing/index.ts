export { budgetStoreContract } from './budget-store.contract.ts';
export { memoryBudget, memoryBudgetStore } from './memory-budget-store.ts';
export { randomBudgetHistories } from './random-histories.contract.ts';
