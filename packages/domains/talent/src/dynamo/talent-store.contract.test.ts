import { withTables } from '@sinau/platform/testing';
import { talentStoreContract } from '../testing/index.ts';
import { createTalentStore } from './talent-store.ts';

withTables((engine, tables) => {
  talentStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createTalentStore({ dynamo, table });
  });
});
