import { withTables } from '@sinau/platform/testing';
import { planStoreContract, signalStoreContract } from '../testing/index.ts';
import { createPlanStore } from './plan-store.ts';
import { createSignalStore } from './signal-store.ts';

withTables((engine, tables) => {
  planStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createPlanStore({ dynamo, table });
  });
  signalStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createSignalStore({ dynamo, table });
  });
});
