export { type AskDeps, askFirst } from './ask-first.ts';
export type { PartStanding } from './compare.ts';
export { RepairNotFound } from './errors.ts';
export {
  type Finding,
  type Mismatch,
  type MismatchKind,
  mismatchKinds,
  type RepairAction,
  repairActions,
  repairsOf,
} from './mismatch.ts';
export { noteAged } from './note-aged.ts';
export { type OrderDeps, orderRepair, type RepairRequest } from './order-repair.ts';
export type {
  EnrolmentRepairs,
  KnownPeople,
  ReconciliationStore,
  RepairOrderStore,
  Standing,
  StandingPort,
} from './ports.ts';
export { type ReconcileDeps, reconcile } from './reconcile.ts';
export type { RepairDeps } from './repair.ts';
export type { RepairLine, RepairLineState, RepairOrder } from './repair-order.ts';
export type { ReconciliationRun } from './run.ts';
export { type RunRepairsDeps, runRepairs } from './run-repairs.ts';
export { startReconciliation } from './start-reconciliation.ts';
