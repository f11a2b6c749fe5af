import { withTables } from '@sinau/platform/testing';
import { officialStoreContract } from '../testing/index.ts';
import { createOfficialStore } from './official-store.ts';

withTables((engine, tables) => {
  officialStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createOfficialStore({ dynamo, table });
  });
});
