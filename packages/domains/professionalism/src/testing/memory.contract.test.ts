import { factsStoreContract } from './facts-store.contract.ts';
import { memoryFactsStore } from './memory-facts-store.ts';
import { memoryOfficialStore } from './memory-official-store.ts';
import { officialStoreContract } from './official-store.contract.ts';

factsStoreContract('memory', async () => memoryFactsStore());
officialStoreContract('memory', async () => memoryOfficialStore());
