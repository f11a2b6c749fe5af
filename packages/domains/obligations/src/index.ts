export {
  type Audience,
  audienceSchema,
  isIn,
  type Member,
} from './audience/audience.ts';
export { changeObligation, type ObligationStep, obligationSteps } from './change-obligation.ts';
export { changeTerms, previewTerms, type TermsPreview } from './change-terms.ts';
export {
  type CourseChangePreview,
  changeCourse,
  courseToChange,
  historyOf,
  previewCourseChange,
  undoCourseChange,
} from './courses/change-courses.ts';
export {
  type CourseChange,
  type CourseChangeRequest,
  courseChangeRequestSchema,
  isLast,
} from './courses/course-change.ts';
export { startOfRound } from './duty/course-in.ts';
export {
  type Duty,
  type DutyGroup,
  type DutyPlace,
  type DutyState,
  dutyGroups,
  isDone,
  isOpen,
  isOverdue,
  type Obstacle,
} from './duty/duty.ts';
export type { CourseStanding } from './duty/duty-state.ts';
export { refreshDuties } from './duty/refresh-duty.ts';
export { ObligationNotFound } from './errors.ts';
export { endExceptions } from './exceptions/end-exceptions.ts';
export { exceptPerson, undoException } from './exceptions/except-person.ts';
export {
  type DutyException,
  type ExceptionRequest,
  exceptionRequestSchema,
} from './exceptions/exception.ts';
export { type ExceptionDesk, listExceptions, showPerson } from './exceptions/read-exceptions.ts';
export { followPerson } from './follow-person.ts';
export { listDuties, listObligations, type ShownObligation, showObligation } from './list-obligations.ts';
export { makeObligation } from './make-obligation.ts';
export { myObligations, type OwnRound } from './my-obligations.ts';
export {
  type Due,
  type Obligation,
  type ObligationId,
  type ObligationRequest,
  obligationIdSchema,
  obligationRequestSchema,
  type Programme,
  previewRequestSchema,
  type TermsRequest,
  termsRequestSchema,
} from './obligation.ts';
export type {
  CourseDesk,
  CourseOrder,
  CourseShelf,
  DutyCounts,
  DutyStore,
  MemberDirectory,
  ObligationsStore,
  SpreadQueue,
} from './ports.ts';
export { type Preview, previewAudience } from './preview-audience.ts';
export { remindLate } from './remind-late.ts';
export type {
  DigestContent,
  DutyTeller,
  LearningDirectory,
  TellingStore,
} from './reminders/ports.ts';
export { remindDue } from './reminders/remind-due.ts';
export type { RemindDeps } from './reminders/remind-person.ts';
export { type DigestDeps, sendDigests, startDigest } from './reminders/send-digests.ts';
export { pathOf, requiredPath } from './required.ts';
export { type RunSpreadDeps, runSpread } from './spread/run-spread.ts';
export { type Spread, type SpreadMessage, spreadMessageSchema } from './spread/spread.ts';
export { sweepSpreads } from './spread/sweep-spreads.ts';
export { teamStanding } from './team-standing.ts';
