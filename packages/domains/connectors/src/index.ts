export {
  type Connection,
  type ConnectionId,
  type ConnectionKind,
  connectionIdSchema,
  connectionKinds,
  type Run,
  type Schedule,
} from './connection.ts';
export { dispatchDue } from './dispatch-due.ts';
export { endRun } from './end-run.ts';
export {
  type JobKind,
  type JobMessage,
  type JobQueue,
  jobKinds,
  jobMessageSchema,
  type ScheduledKind,
  scheduledKinds,
} from './job.ts';
export { defaultMoodleSettings, type MoodleSettings, moodleSettingsSchema } from './moodle-settings.ts';
export {
  AdapterFailure,
  type AdapterFailureReason,
  type AdapterPort,
  adapterFailureReasons,
  type Capability,
  type ConnectionStore,
  type ProviderAdapter,
} from './ports.ts';
export type { ConnectionSecrets, SecretBox } from './secrets.ts';
