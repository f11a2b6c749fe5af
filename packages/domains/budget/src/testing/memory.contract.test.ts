import { budgetStoreContract } from './budget-store.contract.ts';
import { memoryBudgetStore } from './memory-budget-store.ts';
import { randomBudgetHistories } from './random-histories.contract.ts';

budgetStoreContract('memory', async () => memoryBudgetStore());
randomBudgetHistories('memory', async () => memoryBudgetStore(), 100);
