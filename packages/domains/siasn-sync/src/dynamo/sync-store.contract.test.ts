import { withTables } from '@sinau/platform/testing';
import { syncStoreContract } from '../testing/index.ts';
import { createSyncStore } from './index.ts';

withTables((engine, tables) => {
  syncStoreContract(engine, async () => createSyncStore({ dynamo: tables().dynamo, table: tables().lms }));
});
