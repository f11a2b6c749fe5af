export { answerRequest, getRequest, listRequests, startErasure } from './answer-request.ts';
export { type AuditEntry, type AuditLine, brokenLines, hashOf } from './audit-line.ts';
export { cancelErasure, confirmErasure } from './confirm-erasure.ts';
export {
  answerHours,
  type CorrectionField,
  correctionFields,
  type DataRequest,
  type DataRequestId,
  isForAgency,
  mayAnswer,
  type RefusalGround,
  type RequestKind,
  type RequestOutcome,
  refusalGrounds,
  requestKinds,
  requestOutcomes,
} from './data-request.ts';
export { confirmRule, proposeRule, type RuleDeps, withdrawRule } from './decide-rule.ts';
export {
  ExportRunning,
  NotNow,
  PrivacyJobNotFound,
  RecordsHeld,
  RequestOpen,
  SecondPersonDependent,
  SecondPersonNeeded,
} from './errors.ts';
export { followHome } from './follow-home.ts';
export {
  type Incident,
  type IncidentFacts,
  type IncidentId,
  type IncidentStore,
  incidentFactsSchema,
  noteNotified,
  recordIncident,
  sweepIncidents,
} from './incident.ts';
export { type HoldId, type HoldStore, isHolding, type LegalHold, liftHold, placeHold } from './legal-hold.ts';
export { getJob, listJobs, listMyExports } from './list-jobs.ts';
export { openExport } from './open-export.ts';
export { listMyRequests, type OpenDeps, openRequest, withdrawRequest } from './open-request.ts';
export type {
  AuditLog,
  DataRequestStore,
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
export { type SweepDeps, sweepRequests } from './sweep-requests.ts';
