export { type AuditEntry, type AuditLine, brokenLines, hashOf } from './audit-line.ts';
export { cancelErasure, confirmErasure } from './confirm-erasure.ts';
export { confirmRule, proposeRule, type RuleDeps, withdrawRule } from './decide-rule.ts';
export {
  ExportRunning,
  NotNow,
  PrivacyJobNotFound,
  SecondPersonDependent,
  SecondPersonNeeded,
} from './errors.ts';
export { getJob, listJobs, listMyExports } from './list-jobs.ts';
export { openExport } from './open-export.ts';
export type {
  AuditLog,
  ErasureOrder,
  ExportFiles,
  OperatorsPort,
  PeoplePort,
  PersonPlace,
  PlaceStep,
  PrivacyJobStore,
  RetentionPeople,
  RuleApprovalStore,
  Subject,
} from './ports.ts';
export {
  type Counts,
  type ErasureMode,
  erasureModes,
  type LegalBasis,
  legalBases,
  type PrivacyJob,
  type PrivacyJobId,
  percentOf,
} from './privacy-job.ts';
export { type RequestDeps, requestErasure } from './request-erasure.ts';
export { requestExport } from './request-export.ts';
export { type RetentionRule, retentionRules, rulesAt } from './retention-rules.ts';
export { type ApprovalKey, isActing, type RuleApproval } from './rule-approval.ts';
export { type RunDeps, type RunResult, runDueJobs } from './run-due-jobs.ts';
export { startRetention, systemId } from './start-retention.ts';
