export { createBudgetStore } from './budget-store.ts';
export { budgetFacts } from './facts.ts';
export { createSeatBudget } from './seat-budget.ts';
