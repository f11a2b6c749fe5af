import { withTables } from '@sinau/platform/testing';
import { obligationsStoreContract } from '../testing/index.ts';
import { createObligationsStore } from './obligations-store.ts';

withTables((engine, tables) => {
  obligationsStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createObligationsStore({ dynamo, table });
  });
});
