export { sealFacts } from './facts.ts';
export { createSealStore } from './seal-store.ts';
