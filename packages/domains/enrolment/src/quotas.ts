// The door for those who set quotas and look at costs: loaded apart from what learners do.
export {
  type ChargeState,
  type CostBalance,
  type CostLine,
  chargeStates,
} from './charge.ts';
export { PoolTaken, QuotaConflict, QuotaNotFound, QuotaOfOperators } from './errors.ts';
export { listCharges, readBalances } from './list-costs.ts';
export { budgetLineNameSchema, nameBudgetLine } from './name-budget-line.ts';
export {
  leftIn,
  type Pool,
  type PoolGroup,
  type PoolId,
  type PoolStanding,
  potsFor,
  takenOfAll,
} from './pool.ts';
export type { Listed, PoolLists, PoolName } from './pool-list.ts';
export { askForList, putOnList, readPool, takeOffList } from './pool-people.ts';
export { promoteEndedQuotas } from './promote-ended-quotas.ts';
export {
  dayOf,
  type Payer,
  payers,
  type Quota,
  type QuotaChange,
  type QuotaId,
  type QuotaStanding,
} from './quota.ts';
export { releaseUnbegun } from './release-unbegun.ts';
export { mostPools, type PoolsRequest, poolsSchema, setPools } from './set-pools.ts';
export {
  changeQuota,
  createQuota,
  listQuotas,
  type NewQuota,
  newQuotaSchema,
  type QuotaSetter,
  type QuotaTerms,
  quotaTermsSchema,
} from './set-quota.ts';
