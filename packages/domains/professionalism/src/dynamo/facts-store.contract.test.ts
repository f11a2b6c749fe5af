import { withTables } from '@sinau/platform/testing';
import { factsStoreContract } from '../testing/index.ts';
import { createFactsStore } from './facts-store.ts';

withTables((engine, tables) => {
  factsStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createFactsStore({ dynamo, table });
  });
});
