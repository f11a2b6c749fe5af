export type { Caller } from './authority.ts';
export { beginPlan, beginVersion, removePlan, yearsToPlan } from './begin-plan.ts';
export { countStanding, countStandings } from './count-standing.ts';
export { bringBack, setAside, writeNote } from './decide-signal.ts';
export { mostDecreeBytes, readDecree } from './decree.ts';
export {
  ItemWrong,
  PlanChanged,
  PlanExists,
  PlanFull,
  PlanIncomplete,
  PlanNotFound,
  PlanShut,
  SignalTaken,
  StepNotYours,
} from './errors.ts';
export { addItem, changeItem, removeItem } from './items.ts';
export { linkLearning, requireItem, unlinkLearning } from './link-learning.ts';
export { listSignals, type SignalDeps } from './list-signals.ts';
export { movePlan, type OpenMoves, readMoves } from './move-plan.ts';
export {
  type Basis,
  isStatutory,
  type Need,
  type NoteBasis,
  noteBasisSchema,
  type Source,
  sourceOf,
  sources,
} from './need.ts';
export {
  asksIn,
  mostRules,
  type NewRule,
  type RuleId,
  type RuleRequest,
  ruleRequestSchema,
} from './new-rule.ts';
export {
  type AnnualPlan,
  type Decision,
  type DecisionWay,
  type Decree,
  type Move,
  type MoveRequest,
  moveSchema,
  moves,
  type PlanPlace,
  type PlanState,
  type PlanStep,
  planStates,
} from './plan.ts';
export {
  type ItemId,
  type ItemRequest,
  itemRequestSchema,
  lacksAlternative,
  type PlanItem,
  type PlanTotals,
  savingOf,
} from './plan-item.ts';
export type {
  CitizenDirectory,
  DecreeProblem,
  DecreeRoom,
  FormDirectory,
  GapDirectory,
  LearningCosts,
  LearningDirectory,
  LedgerDirectory,
  LinkStore,
  OfficialDirectory,
  PlanStore,
  RatedDirectory,
  RealisedStore,
  RuleStore,
  SignalStore,
  StandingStore,
  SurveySums,
  UnitDirectory,
} from './ports.ts';
export { readAnswers, type SignalAnswer } from './read-answers.ts';
export { type Fit, type FitRow, fitOf, plannedFor, readFit } from './read-fit.ts';
export { currentVersion, itemsThatCount, listPlans, type PlanView, readPlan } from './read-plan.ts';
export {
  type Amounts,
  type HeldFor,
  listRealised,
  type Realisation,
  type RealisedItem,
  readRealisation,
} from './read-realisation.ts';
export { readStanding } from './read-standing.ts';
export {
  type HeldLearning,
  isOutsidePlan,
  type Learning,
  type LearningKind,
  learningKinds,
  learningName,
  outsidePlan,
  type ServedItem,
} from './realised.ts';
export { recountRealised } from './recount-realised.ts';
export { closeRule, listRules, reopenRule, saveRule } from './register-rule.ts';
export {
  commitmentSignalId,
  type NeedSignal,
  type NoteId,
  type SignalState,
  signalStates,
  unitOfSignal,
} from './signal.ts';
export { type SignalRule, signalRules } from './signal-rule.ts';
export {
  type RatedMember,
  type Standing,
  type StandingGroup,
  type StandingRule,
  standingRules,
} from './standing.ts';
export { type MoveRefusal, type Office, type Official, offices, type PlanMove } from './who-decides.ts';
