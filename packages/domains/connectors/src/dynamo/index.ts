export { createConnectionStore } from './connection-store.ts';
export { createProviderEnrolmentStore, providerEnrolmentFacts } from './enrolments/index.ts';
export { createHealthStore, createLetterStore } from './health-store.ts';
export { createReconciliationStore } from './reconciliation/reconciliation-store.ts';
export { resultFacts } from './results/facts.ts';
export { createLearnerNames } from './results/learner-names.ts';
export { createPollMarks } from './results/poll-marks.ts';
export { createResultStore } from './results/result-store.ts';
export { createSyncStore } from './sync-store.ts';
