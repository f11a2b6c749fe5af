import { withTables } from '@sinau/platform/testing';
import { sealStoreContract } from '../testing/index.ts';
import { createSealStore } from './index.ts';

withTables((engine, tables) => {
  sealStoreContract(engine, async () => createSealStore({ dynamo: tables().dynamo, table: tables().lms }));
});
