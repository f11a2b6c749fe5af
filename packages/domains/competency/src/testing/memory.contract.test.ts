import { competencyStoresContract } from './competency-stores.contract.ts';
import { memoryCompetencyStores } from './memory-competency-stores.ts';

competencyStoresContract('memory', async () => memoryCompetencyStores());
