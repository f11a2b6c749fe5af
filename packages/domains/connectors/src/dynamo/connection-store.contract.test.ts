import { withTables } from '@sinau/platform/testing';
import { connectionStoreContract } from '../testing/connection-store.contract.ts';
import { createConnectionStore } from './connection-store.ts';

withTables((engine, tables) => {
  connectionStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createConnectionStore({ dynamo, table: lms });
  });
});
