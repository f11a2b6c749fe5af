import { memoryPriorityStore } from './memory-priority-store.ts';
import { memoryRecognitionStore } from './memory-recognition-store.ts';
import { priorityStoreContract } from './priority-store.contract.ts';
import { recognitionStoreContract } from './recognition-store.contract.ts';

recognitionStoreContract('memory', async () => memoryRecognitionStore());
priorityStoreContract('memory', async () => memoryPriorityStore());
