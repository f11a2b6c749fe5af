export {
  type BatchOutcome,
  type BatchRequest,
  type BatchResult,
  batchLists,
  batchOutcomes,
  batchReasons,
  batchRequestSchema,
  type SyncBatch,
} from './batch.ts';
export { startBatch } from './begin-batch.ts';
export { findingsNow, findingsWaiting } from './completion-finding.ts';
export { type CourseContent, differingFields, type SyncField, syncFields } from './content.ts';
export { decideItem, type ItemDecision, itemDecisionSchema } from './decide-item.ts';
export {
  CompletionUnchosen,
  FieldsEdited,
  ItemChanged,
  isDecisionRefused,
  SyncNotFound,
  UndoImpossible,
} from './errors.ts';
export { type DecisionDeps, finishDecision } from './finish-decision.ts';
export { partyOf } from './party-of.ts';
export type { CourseDesk, Overdue, SyncStore } from './ports.ts';
export { type BatchPreview, previewBatch } from './preview-batch.ts';
export { runBatch } from './run-batch.ts';
export { type RunDeps, runSync } from './run-sync.ts';
export { startSync, startSyncSchema } from './start-sync.ts';
export {
  type AuditLine,
  type ChangeKind,
  type CourseStanding,
  changeKinds,
  type ItemFinding,
  type ItemList,
  itemFindings,
  itemLists,
  listOf,
  type SyncItem,
  type SyncParty,
} from './sync-item.ts';
export type { RunCounts, RunFinding, SyncHead, SyncRun } from './sync-run.ts';
