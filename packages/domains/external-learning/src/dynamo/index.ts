export { changedPlanItem, externalLearningFacts } from './facts.ts';
export { createLearningStore } from './learning-store.ts';
