export { memoryRecognitionStore } from './memory-recognition-store.ts';
export { memberOf, memoryMembers, recognitionOf } from './recognition-of.ts';
export { recognitionStoreContract } from './recognition-store.contract.ts';
