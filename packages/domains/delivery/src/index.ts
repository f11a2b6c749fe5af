export { abandonSession } from './abandon-session.ts';
export { type AcceptDeps, type AcceptRequest, acceptAuStatements } from './accept-au-statements.ts';
export { authenticateAuToken, isAuToken } from './authenticate-au-token.ts';
export {
  type AuAccess,
  type AuDocumentAccess,
  type AuScope,
  checkAuDocumentAccess,
} from './check-au-document-access.ts';
export { closeEnded, type EndedStore, noteEnded } from './close-ended.ts';
export { closeRegistration } from './close-registration.ts';
export type { ElsewherePort, ElsewhereVisit } from './elsewhere/ports.ts';
export { type RecordedOutcome, recordOutcome } from './elsewhere/record-outcome.ts';
export {
  AttemptOver,
  DeliveryNotFound,
  JudgedByServer,
  NoAttemptLeft,
  NotEntitled,
  PartLocked,
  RegistrationTaken,
  ReviewClosed,
  RuleBroken,
  ScormReplaced,
  SessionEnded,
} from './errors.ts';
export { type FetchAnswer, fetchAuthToken } from './fetch-auth-token.ts';
export type { GuestRegistration } from './guest.ts';
export {
  type GuestCourse,
  type GuestResult,
  launchGuestPart,
  readGuestCourse,
} from './guest-course.ts';
export { type Launch, type LaunchDeps, type LaunchRequest, launchAu } from './launch-au.ts';
export { beginGuest, type GuestLaunchRequest, launchGuest } from './launch-guest.ts';
export { locksOf } from './locks.ts';
export {
  type MoveOutcome,
  moveRegistration,
  type VersionMove,
  type VersionMovePort,
} from './move-registration.ts';
export { openRegistration, type RegistrationDeps } from './open-registration.ts';
export type { LaunchDocuments, LearnerPort } from './own-page/ports.ts';
export type { PageSaving } from './own-page/write-page.ts';
export type {
  ActorPort,
  ContentTicketPort,
  CourseContent,
  CourseContentPort,
  DeliveryAddresses,
  DocumentWriter,
  Entitlement,
  EntitlementPort,
  GuestStore,
  PartContent,
  PartKind,
  RecordWriter,
  RegistrationStore,
} from './ports.ts';
export {
  type AnswerInput,
  leaveQuiz,
  reviewAttempt,
  saveAnswers,
  submitAttempt,
} from './quiz/answer-quiz.ts';
export { closeDueAttempts } from './quiz/close-due.ts';
export { copyQuizData, countQuizData, eraseQuizData } from './quiz/personal-data.ts';
export type { DueAttempt, QuizChange, QuizContentPort, QuizStore } from './quiz/ports.ts';
export type { QuizDeps } from './quiz/quiz-session.ts';
export { isQuestionActivity } from './quiz/quiz-statements.ts';
export { beginQuizAttempt, startQuiz } from './quiz/start-quiz.ts';
export { type AuProgress, type CourseProgress, progressOf, readProgress } from './read-progress.ts';
export type { AuRecord, AuSession, DeliveryRegistration } from './registration.ts';
export { type CommitInput, commitScorm } from './scorm/commit-scorm.ts';
export { keepCalls } from './scorm/keep-calls.ts';
export { copyScormData, countScormData, eraseScormData } from './scorm/personal-data.ts';
export type {
  LaunchLog,
  LoggedCalls,
  LoggedSession,
  ScormChange,
  ScormContentPort,
  ScormDocuments,
  ScormStore,
} from './scorm/ports.ts';
export { listLaunchLogs, readLaunchLog, type SessionTrace } from './scorm/read-launch-log.ts';
export type { ScormDeps } from './scorm/scorm-session.ts';
export { startScorm } from './scorm/start-scorm.ts';
export type { ScormItemState, ScormKey, ScormPackageState } from './scorm/state.ts';
export {
  launchTrial,
  readTrial,
  restartTrial,
  type TrialDeps,
  type TrialPlace,
  type TrialStore,
} from './trial.ts';
export { waiveAu } from './waive-au.ts';
