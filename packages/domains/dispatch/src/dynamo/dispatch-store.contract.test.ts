import { withTables } from '@sinau/platform/testing';
import { dispatchStoreContract } from '../testing/index.ts';
import { createDispatchStore } from './index.ts';

withTables((engine, tables) => {
  dispatchStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createDispatchStore({ dynamo, table });
  });
});
