import { memoryRecognitionStore } from './memory-recognition-store.ts';
import { recognitionStoreContract } from './recognition-store.contract.ts';

recognitionStoreContract('memory', async () => memoryRecognitionStore());
