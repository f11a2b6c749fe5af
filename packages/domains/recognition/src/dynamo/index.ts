export { recognitionFacts } from './facts.ts';
export { createRecognitionStore } from './recognition-store.ts';
