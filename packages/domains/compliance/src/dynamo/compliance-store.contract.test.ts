import { withTables } from '@sinau/platform/testing';
import { complianceStoreContract, reportStoreContract } from '../testing/index.ts';
import { createComplianceStore } from './compliance-store.ts';
import { createReportStore } from './report-store.ts';

withTables((engine, tables) => {
  complianceStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createComplianceStore({ dynamo, table });
  });
  reportStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createReportStore({ dynamo, table });
  });
});
