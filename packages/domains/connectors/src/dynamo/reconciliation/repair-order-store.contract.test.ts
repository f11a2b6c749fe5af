import { withTables } from '@sinau/platform/testing';
import { repairOrderStoreContract } from '../../testing/reconciliation/repair-order-store.contract.ts';
import { createRepairOrderStore } from './repair-order-store.ts';

withTables((engine, tables) => {
  repairOrderStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createRepairOrderStore({ dynamo, table: lms });
  });
});
