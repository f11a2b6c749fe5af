export {
  OwnPriority,
  PriorityChanged,
  PriorityExpired,
  PriorityNotFound,
  PriorityUsed,
  StockTooSmall,
  StockUsedUp,
  WrongPriorityDay,
} from './errors.ts';
export { type GrantDeps, grantPriority, setPriorityStock, takeBackPriority } from './grant.ts';
export type { PriorityPlace, PriorityStock, PriorityStore, WaitingLists, WaitStanding } from './ports.ts';
export {
  type Ground,
  grantSchema,
  grounds,
  isUsable,
  type PrioritySeat,
  type PrioritySeatId,
  type PriorityState,
  priorityRule,
  priorityStates,
  stockSchema,
  type Target,
} from './priority-seat.ts';
export { listPriority, readOwnPriority, readPriority, type ToldSeat } from './read.ts';
export { redeemPriority, settlePriority } from './redeem.ts';
