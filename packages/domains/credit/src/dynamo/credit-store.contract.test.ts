import { withTables } from '@sinau/platform/testing';
import { creditStoreContract } from '../testing/index.ts';
import { createCreditStore } from './credit-store.ts';

withTables((engine, tables) => {
  creditStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createCreditStore({ dynamo, table });
  });
});
