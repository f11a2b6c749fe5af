import { withTables } from '@sinau/platform/testing';
import { planningStoreContract } from '../testing/index.ts';
import { createPlanningStore } from './planning-store.ts';

withTables((engine, tables) => {
  planningStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createPlanningStore({ dynamo, table });
  });
});
