export { enrolmentStoreContract } from './enrolment-store.contract.ts';
export { memoryEnrolmentStore, memoryInvitationStore } from './memory-enrolment-store.ts';
