export { type ComparedLearner, compareCourse, type PartStanding } from './compare.ts';
export {
  type Finding,
  type Mismatch,
  type MismatchKind,
  mismatchKinds,
  type RepairAction,
  repairActions,
  repairsOf,
} from './mismatch.ts';
export type { EnrolmentRepairs, ReconciliationStore, StandingPort } from './ports.ts';
export { type ReconcileDeps, reconcile, startReconciliation } from './reconcile.ts';
export { type RepairDeps, type Repaired, type RepairInput, repairMismatches } from './repair.ts';
export type { ReconciliationRun } from './run.ts';
