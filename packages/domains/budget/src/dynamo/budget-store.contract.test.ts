import { withTables } from '@sinau/platform/testing';
import { budgetStoreContract, randomBudgetHistories } from '../testing/index.ts';
import { createBudgetStore } from './budget-store.ts';

withTables((engine, tables) => {
  const open = async () => {
    const { dynamo, lms: table } = tables();
    return createBudgetStore({ dynamo, table });
  };
  budgetStoreContract(engine, open);
  randomBudgetHistories(engine, open, 60);
});
