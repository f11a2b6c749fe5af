import { evaluationStoresContract } from './evaluation-stores.contract.ts';
import { memoryEvaluationStores } from './memory-evaluation-stores.ts';

evaluationStoresContract('memory', async () => memoryEvaluationStores());
