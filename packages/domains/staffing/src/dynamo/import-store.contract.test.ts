import { withTables } from '@sinau/platform/testing';
import { importStoreContract } from '../testing/import-store.contract.ts';
import { createImportStore } from './index.ts';

withTables((engine, tables) => {
  importStoreContract(engine, async (list) =>
    createImportStore({ dynamo: tables().dynamo, table: tables().lms, list }),
  );
});
