import { withTables } from '@sinau/platform/testing';
import { communityStoreContract, pairStoreContract } from '../testing/index.ts';
import { createCommunityStore } from './community-store.ts';
import { createPairStore } from './pair-store.ts';

withTables((engine, tables) => {
  pairStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createPairStore({ dynamo, table });
  });
  communityStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createCommunityStore({ dynamo, table });
  });
});
