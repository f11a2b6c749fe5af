import { withTables } from '@sinau/platform/testing';
import { reconciliationStoreContract } from '../../testing/reconciliation/reconciliation-store.contract.ts';
import { createReconciliationStore } from './reconciliation-store.ts';

withTables((engine, tables) => {
  reconciliationStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createReconciliationStore({ dynamo, table: lms });
  });
});
