export { createBandStore } from './band-store.ts';
export { createCountStore } from './count-store.ts';
export { type CompetencyFact, changedAgreement, changedAssessment, competencyFacts } from './facts.ts';
export { createPersonStore } from './person-store.ts';
export { createStandardStore } from './standard-store.ts';
export { createTeachingStore } from './teaching-store.ts';
