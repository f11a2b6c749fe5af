export { memoryProgrammeStores, type ProgrammeStores } from './memory-programme-stores.ts';
export { programmeStoresContract } from './programme-stores.contract.ts';
export { eventOf, learner, organiser, seatAt, someAgency, someTerms } from './samples.ts';
export { seatHistoriesContract } from './seat-histories.contract.ts';
