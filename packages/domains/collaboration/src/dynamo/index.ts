export { collaborationFacts } from './facts.ts';
export { createPairStore } from './pair-store.ts';
