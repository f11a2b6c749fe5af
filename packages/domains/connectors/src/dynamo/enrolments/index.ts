export { providerEnrolmentFacts } from './facts.ts';
export { createProviderEnrolmentStore } from './provider-enrolment-store.ts';
