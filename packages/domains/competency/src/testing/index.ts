export { competencyStoresContract } from './competency-stores.contract.ts';
export { agus, badan, budi, competencyWorld, memberOf, sri } from './competency-world.ts';
export { memoryCompetencyStores } from './memory-competency-stores.ts';
