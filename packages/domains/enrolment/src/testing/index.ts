export { enrolmentStoreContract } from './enrolment-store.contract.ts';
export { memoryCosts } from './memory-costs.ts';
export { memoryEnrolmentStore, memoryInvitationStore } from './memory-enrolment-store.ts';
export { noBudget } from './no-budget.ts';
export { noGroups } from './no-groups.ts';
