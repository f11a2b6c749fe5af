import { withTables } from '@sinau/platform/testing';
import { priorityStoreContract } from '../testing/index.ts';
import { createPriorityStore } from './priority-store.ts';

withTables((engine, tables) => {
  priorityStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createPriorityStore({ dynamo, table });
  });
});
