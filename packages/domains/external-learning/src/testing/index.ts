export { learningStoreContract } from './learning-store.contract.ts';
export { memoryEvidenceRoom } from './memory-evidence-room.ts';
export { memoryLearningStore } from './memory-learning-store.ts';
export { learningOf, lineOf, seminar, training } from './samples.ts';
