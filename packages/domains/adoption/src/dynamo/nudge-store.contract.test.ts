import { withTables } from '@sinau/platform/testing';
import { nudgeStoreContract } from '../testing/index.ts';
import { createNudgeStore } from './nudge-store.ts';

withTables((engine, tables) => {
  nudgeStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createNudgeStore({ dynamo, table });
  });
});
