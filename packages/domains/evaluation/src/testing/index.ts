export { evaluationOf } from './evaluation-of.ts';
export { evaluationStoresContract } from './evaluation-stores.contract.ts';
export { type EvaluationStores, memoryEvaluationStores } from './memory-evaluation-stores.ts';
