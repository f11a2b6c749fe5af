import { communityStoreContract } from './community-store.contract.ts';
import { memoryCommunityStore } from './memory-community-store.ts';
import { memoryPairStore } from './memory-pair-store.ts';
import { pairStoreContract } from './pair-store.contract.ts';

pairStoreContract('memory', async () => memoryPairStore());
communityStoreContract('memory', async () => memoryCommunityStore());
