import { factsStoreContract } from './facts-store.contract.ts';
import { memoryFactsStore } from './memory-facts-store.ts';

factsStoreContract('memory', async () => memoryFactsStore());
