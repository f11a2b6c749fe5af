import { withTables } from '@sinau/platform/testing';
import { championStoreContract } from '../testing/index.ts';
import { createChampionStore } from './champion-store.ts';

withTables((engine, tables) => {
  championStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createChampionStore({ dynamo, table });
  });
});
