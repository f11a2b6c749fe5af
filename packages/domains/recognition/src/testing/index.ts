export { memoryPriorityStore } from './memory-priority-store.ts';
export { memoryRecognitionStore } from './memory-recognition-store.ts';
export { priorityStoreContract } from './priority-store.contract.ts';
export { memberOf, memoryMembers, recognitionOf } from './recognition-of.ts';
export { recognitionStoreContract } from './recognition-store.contract.ts';
