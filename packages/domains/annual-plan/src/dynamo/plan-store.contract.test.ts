import { withTables } from '@sinau/platform/testing';
import { planStoreContract } from '../testing/index.ts';
import { createPlanStore } from './plan-store.ts';

withTables((engine, tables) => {
  planStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createPlanStore({ dynamo, table });
  });
});
