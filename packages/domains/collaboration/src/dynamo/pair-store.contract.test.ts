import { withTables } from '@sinau/platform/testing';
import { pairStoreContract } from '../testing/index.ts';
import { createPairStore } from './pair-store.ts';

withTables((engine, tables) => {
  pairStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createPairStore({ dynamo, table });
  });
});
