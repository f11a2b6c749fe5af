import { withTables } from '@sinau/platform/testing';
import { syncStoreContract } from '../testing/sync-store.contract.ts';
import { createSyncStore } from './sync-store.ts';

withTables((engine, tables) => {
  syncStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createSyncStore({ dynamo, table: lms });
  });
});
