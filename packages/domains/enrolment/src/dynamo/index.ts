export { createEnrolmentStore } from './enrolment-store.ts';
export { enrolmentFacts } from './facts.ts';
export { createInvitationStore } from './invitation-store.ts';
export { createPoolLists } from './pool-lists.ts';
export { createQuotaStore } from './quota-store.ts';
