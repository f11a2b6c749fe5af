import { withTables } from '@sinau/platform/testing';
import { readingStoreContract } from '../testing/index.ts';
import { createReadingStore } from './reading-store.ts';

withTables((engine, tables) => {
  readingStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createReadingStore({ dynamo, table });
  });
});
