export { cancelEnrolment } from './cancel-enrolment.ts';
export { completeEnrolment } from './complete-enrolment.ts';
export { enrolLearner } from './enrol-learner.ts';
export {
  type Assignment,
  type Enrolment,
  type EnrolmentId,
  type EnrolmentState,
  type EnrolRequest,
  enrolRequestSchema,
  isPending,
  isTaken,
  type Registration,
} from './enrolment.ts';
export {
  AlreadyEnrolled,
  CourseNotOpen,
  EnrolmentAssigned,
  EnrolmentClosed,
  EnrolmentNotActive,
  EnrolmentNotFound,
  InvitationInvalid,
  InvitationNeeded,
  NoApprover,
  OwnRequest,
  RequestNotPending,
} from './errors.ts';
export { getEnrolment } from './get-enrolment.ts';
export type { Invitation } from './invitation.ts';
export type { InvitedCourses } from './invite-learners.ts';
export { listMyEnrolments, sortByTouch } from './list-my-enrolments.ts';
export { noteActivity } from './note-activity.ts';
export type {
  Admission,
  CourseDirectory,
  EnrolmentStore,
  InvitationStore,
  LearnerDirectory,
  LearnerPlace,
  OpenCourse,
  StatedHours,
} from './ports.ts';
export { rosterShards } from './ports.ts';
export { promoteWaiting } from './promote-waiting.ts';
export { mostPlaces, readStanding, type Standing, seatsOf } from './read-standing.ts';
export { windowOf } from './window.ts';
