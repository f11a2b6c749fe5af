import { withTables } from '@sinau/platform/testing';
import { pushStoreContract } from '../testing/push-store.contract.ts';
import { createPushStore } from './push-store.ts';

withTables((engine, tables) => {
  pushStoreContract(engine, async () => {
    const { dynamo, lms } = tables();
    return createPushStore({ dynamo, table: lms });
  });
});
