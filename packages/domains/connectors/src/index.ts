export { changeConnection } from './change-connection.ts';
export { closedSince } from './closed-since.ts';
export { completionOfCourse } from './completion-settings.ts';
export {
  type Connection,
  type ConnectionId,
  type ConnectionKind,
  connectionIdSchema,
  connectionKinds,
  type Run,
  type Schedule,
} from './connection.ts';
export {
  type ChangeConnectionRequest,
  type CreateConnectionRequest,
  mostConnections,
} from './connection-request.ts';
export { type CreateConnectionDeps, createConnection } from './create-connection.ts';
export { dispatchDue } from './dispatch-due.ts';
export { endRun } from './end-run.ts';
export {
  AddressNotAllowed,
  ConnectionChanged,
  ConnectionInUse,
  ConnectionNotFound,
  TooManyConnections,
} from './errors.ts';
export { type DeadLetter, keepLetter } from './health/dead-letter.ts';
export {
  discardLetter,
  type LetterPage,
  listLetters,
  replayLetter,
  replayLetters,
} from './health/dead-letters.ts';
export { budgetTarget, type Trouble } from './health/health.ts';
export type { HealthStore, LetterStore } from './health/ports.ts';
export { type HealthReport, showHealth } from './health/show-health.ts';
export { noteTrouble } from './health/trouble.ts';
export { type WithHealthDeps, withHealthOf } from './health/with-health.ts';
export {
  type JobKind,
  type JobMessage,
  type JobQueue,
  jobKinds,
  jobMessageSchema,
  type ScheduledKind,
  scheduledKinds,
} from './job.ts';
export { type KindTraits, kindTraits } from './kinds.ts';
export { listConnections } from './list-connections.ts';
export { defaultMoodleSettings, type MoodleSettings, moodleSettingsSchema } from './moodle-settings.ts';
export type { OneRosterSettings } from './one-roster-settings.ts';
export { actorOf, type ConnectionInput, ownConnection } from './own-connection.ts';
export { lacksComparison, reconcileHourOf } from './plan-runs.ts';
export {
  AdapterFailure,
  type AdapterFailureReason,
  type AdapterPort,
  type AddressPort,
  adapterFailureReasons,
  type Capability,
  type ConnectionStore,
  EnrolmentRefused,
  EnrolmentUnconfirmed,
  type OpenEnrolments,
  type ProviderAdapter,
  type StartToolPort,
} from './ports.ts';
export {
  defaultReconciliationSettings,
  type ReconciliationSettings,
  reconciliationSettingsOf,
} from './reconciliation-settings.ts';
export { removeConnection, removeWhenEmpty } from './remove-connection.ts';
export { rotateSecret } from './rotate-secret.ts';
export type { ConnectionSecrets, SecretBox } from './secrets.ts';
export { pauseConnection, resumeConnection } from './set-state.ts';
export type { StartSettings } from './start-settings.ts';
export { type ConnectionTest, testConnection } from './test-connection.ts';
