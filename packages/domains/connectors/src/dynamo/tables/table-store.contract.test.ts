import { withTables } from '@sinau/platform/testing';
import { tableStoreContract } from '../../testing/tables/table-store.contract.ts';
import { createTableStore } from './table-store.ts';

withTables((engine, tables) => {
  tableStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createTableStore({ dynamo, table: lms });
  });
});
