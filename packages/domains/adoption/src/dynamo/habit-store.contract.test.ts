import { withTables } from '@sinau/platform/testing';
import { habitStoreContract } from '../testing/index.ts';
import { createHabitStore } from './habit-store.ts';

withTables((engine, tables) => {
  habitStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createHabitStore({ dynamo, table });
  });
});
