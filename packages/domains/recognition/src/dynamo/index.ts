export { recognitionFacts } from './facts.ts';
export { createPriorityStore } from './priority-store.ts';
export { createRecognitionStore } from './recognition-store.ts';
