export { competencyStoresContract } from './competency-stores.contract.ts';
export { type CompetencyStores, memoryCompetencyStores } from './memory-competency-stores.ts';
