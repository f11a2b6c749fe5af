import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { composeKey, expiryAttribute, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type CostBalance, type CostLine, chargeStates } from '../charge.ts';
import type { PoolGroup, PoolId } from '../pool.ts';
import type { Listed } from '../pool-list.ts';
import { payers, type Quota, type QuotaChange, type QuotaId, type QuotaStanding } from '../quota.ts';
import type { BudgetLineId } from '../seat-budget.ts';
import { changeKey, listsOfPartition, poolListKey, quotaKey } from './keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const providerId = branded<ProviderId>();
const payer = z.enum(payers);

const group = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unitId: z.string() }),
  z.object({ kind: z.literal('posts'), families: z.array(z.string()) }),
  z.object({ kind: z.literal('region'), province: z.string() }),
  z.object({ kind: z.literal('remote') }),
  z.object({ kind: z.literal('list'), name: z.string() }),
]) satisfies z.ZodType<PoolGroup>;

const pool = z.object({
  poolId: branded<PoolId>(),
  group,
  seats: z.number(),
  openFrom: z.string().exactOptional(),
});

const terms = z.object({
  quotaId: branded<QuotaId>(),
  agencyId: branded<AgencyId>(),
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('provider'), providerId }),
    z.object({ kind: z.literal('course'), providerId, courseId: z.string() }),
  ]),
  from: z.string(),
  to: z.string(),
  seats: z.number(),
  price: z.number().exactOptional(),
  payer,
  whenFull: z.enum(['wait', 'refuse']),
  releaseAfterDays: z.number().exactOptional(),
  noShowDays: z.number().exactOptional(),
  contract: z.string().exactOptional(),
  budgetLine: branded<BudgetLineId>().exactOptional(),
  pools: z.array(pool).exactOptional(),
  setBy: z.enum(['operator', 'agency']),
  updatedAt: z.string(),
  rev: z.number(),
});

const quotaRow = terms.extend({ used: z.number(), waiting: z.number() });

const changeRow = z.object({
  quotaId: branded<QuotaId>(),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string(), as: z.enum(['operator', 'agency', 'client']) }),
  before: terms.exactOptional(),
  after: terms,
});

const balanceRow = z.object({
  providerId,
  courseId: z.string(),
  payer,
  reserved: z.number(),
  committed: z.number(),
  spent: z.number(),
});

const lineRow = z.object({
  agencyId: branded<AgencyId>(),
  year: z.number(),
  providerId,
  courseId: z.string(),
  registration: z.string(),
  payer,
  change: z.enum(chargeStates),
  amount: z.number(),
  at: z.string(),
});

export const quotaRowKind = 'quota';

export const isQuotaRow = (row: Item): boolean => row.kind === quotaRowKind;

export const toQuotaRow = (quota: Quota): Item => ({
  ...quotaKey(quota.agencyId, quota.quotaId),
  kind: quotaRowKind,
  ...quota,
  ...{ used: 0, waiting: 0, [generalCount]: 0 },
  ...Object.fromEntries(
    (quota.pools ?? []).flatMap(({ poolId }) => [
      [takenOf(poolId), 0],
      [fittedOf(poolId), 0],
    ]),
  ),
});

/** Seats taken of those for everybody; holds only while there are pools. */
export const generalCount = 'general';
/** Seats taken of a pool. */
export const takenOf = (poolId: PoolId): string => `taken-${poolId}`;
/** People who wait for the quota and fit a pool. */
export const fittedOf = (poolId: PoolId): string => `waiting-${poolId}`;

const count = z.number().default(0);

export function readQuota(row: Item): QuotaStanding {
  const { pools, ...quota } = quotaRow.parse(row);
  if (!pools) return quota;
  const counted = pools.map((one) => ({
    ...one,
    taken: count.parse(row[takenOf(one.poolId)]),
    waiting: count.parse(row[fittedOf(one.poolId)]),
  }));
  return { ...quota, pools: counted };
}

const listedRow = z.object({
  agencyId: branded<AgencyId>(),
  quotaId: branded<QuotaId>(),
  poolId: branded<PoolId>(),
  personId: branded<PersonId>(),
  state: z.enum(['asked', 'listed']),
  at: z.string(),
  goneFrom: z.string(),
});

export const toListedRow = (listed: Listed): Item => ({
  ...poolListKey(listed, listed.personId),
  kind: 'quota-listed',
  ...listed,
  gsi1pk: listsOfPartition(listed.personId),
  gsi1sk: composeKey(listed.quotaId, listed.poolId),
  [expiryAttribute]: Math.ceil(Date.parse(listed.goneFrom) / 1000),
});

export const readListed = (row: Item): Listed => listedRow.parse(row);

export const toChangeRow = (change: QuotaChange): Item => ({
  ...changeKey(change.after.agencyId, change.at, change.quotaId),
  kind: 'quota-change',
  ...change,
});

export const readChange = (row: Item): QuotaChange => changeRow.parse(row);

export const readBalance = (row: Item): CostBalance => balanceRow.parse(row);

export function readLine(row: Item): CostLine {
  const { change: kind, ...line } = lineRow.parse(row);
  return { ...line, kind };
}
