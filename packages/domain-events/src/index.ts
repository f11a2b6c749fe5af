export { type EnrolmentCompleted, enrolmentCompletedSchema } from './enrolment-completed.ts';
export { type EnrolmentCreated, enrolmentCreatedSchema } from './enrolment-created.ts';
