import { withTables } from '@sinau/platform/testing';
import { bankStoreContract } from '../testing/bank-store.contract.ts';
import { createBankStore } from './bank-store.ts';

withTables((engine, tables) => {
  bankStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createBankStore({ dynamo, table: lms });
  });
});
