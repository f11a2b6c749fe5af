export { beginPlan, beginVersion, removePlan, yearsToPlan } from './begin-plan.ts';
export {
  ItemWrong,
  PlanChanged,
  PlanExists,
  PlanFull,
  PlanIncomplete,
  PlanNotFound,
  PlanShut,
  SignalTaken,
} from './errors.ts';
export { addItem, changeItem, removeItem } from './items.ts';
export { movePlan } from './move-plan.ts';
export { isStatutory, type Need, type Reference, type Source, sources } from './need.ts';
export {
  type AnnualPlan,
  type Move,
  type MoveRequest,
  moveSchema,
  moves,
  movesFrom,
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
export type { FormDirectory, PlanStore, UnitDirectory } from './ports.ts';
export { currentPlanOf, listPlans, type PlanView, readPlan, readPlanOf } from './read-plan.ts';
