import { withTables } from '@sinau/platform/testing';
import { dailyFileStoreContract } from '../testing/daily-file-store.contract.ts';
import { exportJobStoreContract } from '../testing/export-job-store.contract.ts';
import { createDailyFileStore, createExportJobStore } from './index.ts';

withTables((engine, tables) => {
  dailyFileStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createDailyFileStore({ dynamo, table });
  });
  exportJobStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createExportJobStore({ dynamo, table });
  });
});
