export { cancelEnrolment } from './cancel-enrolment.ts';
export { completeEnrolment } from './complete-enrolment.ts';
export { endForProvider } from './end-for-provider.ts';
export { enrolLearner } from './enrol-learner.ts';
export {
  type Assignment,
  type Enrolment,
  type EnrolmentId,
  type EnrolmentState,
  type EnrolRequest,
  enrolRequestSchema,
  isEarned,
  isPending,
  isTaken,
  type Registration,
} from './enrolment.ts';
export {
  AlreadyAhead,
  AlreadyEnrolled,
  BudgetUsedUp,
  CourseNotOpen,
  EnrolmentAssigned,
  EnrolmentClosed,
  EnrolmentNotActive,
  EnrolmentNotFound,
  InvitationInvalid,
  InvitationNeeded,
  NoApprover,
  NotWaiting,
  OwnRequest,
  QuotaUsedUp,
  RequestNotPending,
  StandingForbids,
} from './errors.ts';
export { followProviderWord } from './follow-provider-word.ts';
export { getEnrolment } from './get-enrolment.ts';
export type { Invitation } from './invitation.ts';
export type { InvitedCourses } from './invite-learners.ts';
export { listMyEnrolments, sortByTouch } from './list-my-enrolments.ts';
export { noteActivity } from './note-activity.ts';
export { leftIn, type PersonGroups, type PoolGroup, type PoolId, potsFor, type SeatGroups } from './pool.ts';
export type { Listed, PoolLists } from './pool-list.ts';
export type {
  Admission,
  BegunSigns,
  CompetencyGaps,
  CourseDirectory,
  CourseGate,
  EnrolmentStore,
  InvitationStore,
  LearnerDirectory,
  LearnerPlace,
  OpenCourse,
  ProviderWords,
  QuotaStore,
  ReleaseTeller,
  StandingGate,
  StatedHours,
  YearHours,
} from './ports.ts';
export { rosterShards } from './ports.ts';
export { promoteFreed, promoteLine, promoteQuota, promoteWaiting } from './promote-waiting.ts';
export type { ProviderWord } from './provider-word.ts';
export { dayOf, type QuotaId, type QuotaStanding } from './quota.ts';
export { raiseWaiting } from './raise-waiting.ts';
export { mostPlaces, readStanding, type Standing, seatsOf } from './read-standing.ts';
export { runningPages } from './running-pages.ts';
export type { BudgetLineId, LineEffects, SeatBudget, SeatLine } from './seat-budget.ts';
export { windowOf } from './window.ts';
