import { learningStoreContract } from './learning-store.contract.ts';
import { memoryLearningStore } from './memory-learning-store.ts';

learningStoreContract('memory', async () => memoryLearningStore());
