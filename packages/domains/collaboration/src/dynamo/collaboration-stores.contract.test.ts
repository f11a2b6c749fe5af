import { withTables } from '@sinau/platform/testing';
import { communityBoardStoreContract, communityStoreContract, pairStoreContract } from '../testing/index.ts';
import { createCommunityBoardStore } from './board-store.ts';
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
  communityBoardStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createCommunityBoardStore({ dynamo, table });
  });
});
