import { memoryPairStore } from './memory-pair-store.ts';
import { pairStoreContract } from './pair-store.contract.ts';

pairStoreContract('memory', async () => memoryPairStore());
