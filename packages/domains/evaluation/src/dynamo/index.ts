export { createEvaluationStore } from './evaluation-store.ts';
export { createResultStore } from './result-store.ts';
