import { withTables } from '@sinau/platform/testing';
import { complianceStoreContract } from '../testing/index.ts';
import { createComplianceStore } from './compliance-store.ts';

withTables((engine, tables) => {
  complianceStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createComplianceStore({ dynamo, table });
  });
});
