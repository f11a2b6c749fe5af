export { cancelEnrolment } from './cancel-enrolment.ts';
export { completeEnrolment } from './complete-enrolment.ts';
export { enrolLearner } from './enrol-learner.ts';
export {
  type Enrolment,
  type EnrolmentId,
  type EnrolmentState,
  type EnrolRequest,
  enrolRequestSchema,
  type Registration,
} from './enrolment.ts';
export { AlreadyEnrolled, CourseNotOpen, EnrolmentNotActive, EnrolmentNotFound } from './errors.ts';
export { getEnrolment } from './get-enrolment.ts';
export { listMyEnrolments } from './list-my-enrolments.ts';
export { noteActivity } from './note-activity.ts';
export type { CourseDirectory, EnrolmentStore } from './ports.ts';
