import { communityBoardStoreContract } from './board-store.contract.ts';
import { communityStoreContract } from './community-store.contract.ts';
import { memoryCommunityBoardStore } from './memory-board-store.ts';
import { memoryCommunityStore } from './memory-community-store.ts';
import { memoryPairStore } from './memory-pair-store.ts';
import { pairStoreContract } from './pair-store.contract.ts';

pairStoreContract('memory', async () => memoryPairStore());
communityBoardStoreContract('memory', async () => memoryCommunityBoardStore());
communityStoreContract('memory', async () => memoryCommunityStore());
