import { memoryTalentStore } from './memory-talent-store.ts';
import { talentStoreContract } from './talent-store.contract.ts';

talentStoreContract('memory', async () => memoryTalentStore());
