import { withTables } from '@sinau/platform/testing';
import { dailyFileStoreContract } from '../testing/daily-file-store.contract.ts';
import { createDailyFileStore } from './index.ts';

withTables((engine, tables) => {
  dailyFileStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createDailyFileStore({ dynamo, table });
  });
});
