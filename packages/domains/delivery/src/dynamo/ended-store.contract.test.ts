import { withTables } from '@sinau/platform/testing';
import { endedStoreContract } from '../testing/ended-store.contract.ts';
import { createEndedStore } from './ended-store.ts';

withTables((engine, tables) => {
  endedStoreContract(engine, async () => createEndedStore({ dynamo: tables().dynamo, table: tables().lms }));
});
