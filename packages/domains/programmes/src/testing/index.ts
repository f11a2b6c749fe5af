export { memoryPathStores, type PathStores } from './memory-path-stores.ts';
export { memoryProgrammeStores, type ProgrammeStores } from './memory-programme-stores.ts';
export { groupOf, memberOf, orderOf, pathOf, pathTermsOf } from './path-samples.ts';
export { pathStoresContract } from './path-stores.contract.ts';
export { programmeStoresContract } from './programme-stores.contract.ts';
export { eventOf, learner, organiser, seatAt, someAgency, someTerms } from './samples.ts';
export { seatHistoriesContract } from './seat-histories.contract.ts';
