export { confirmAccount } from './confirm-account.ts';
export { dueEnrolments, type EnrolmentJob } from './due-enrolments.ts';
export { type EnrolledAgain, enrolAgain } from './enrol-again.ts';
export { AccountTaken, ProviderNotReady } from './errors.ts';
export { followCompletion } from './follow-completion.ts';
export { type FollowEnrolmentDeps, followEnrolment } from './follow-enrolment.ts';
export {
  type ConnectionReader,
  type CourseSources,
  type LearnerDisclosure,
  type LearnerEnrolments,
  type ProviderEnrolmentGroup,
  type ProviderEnrolmentStore,
  providerEnrolmentGroups,
  type SagaDeps,
} from './ports.ts';
export {
  type EnrolmentSettings,
  type ProviderEnrolment,
  type ProviderEnrolmentReason,
  type ProviderEnrolmentState,
  providerEnrolmentReasons,
  providerEnrolmentStates,
} from './provider-enrolment.ts';
export { isRetryable, type ProviderReadiness, providerReady, readinessOf } from './provider-ready.ts';
export { retryEnrolment } from './retry-enrolment.ts';
export { type SendOutcome, sendEnrolment } from './send-enrolment.ts';
export { defaultSettings, enrolmentSettingsSchema } from './settings.ts';
export { undoEnrolment } from './undo-enrolment.ts';
export { wakeEnrolments } from './wake-enrolments.ts';
