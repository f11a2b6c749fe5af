export { enrolmentStoreContract } from './enrolment-store.contract.ts';
export { memoryEnrolmentStore } from './memory-enrolment-store.ts';
