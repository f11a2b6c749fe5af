import type { AgencyId, ProviderId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type CostBalance, type CostLine, chargeStates } from '../charge.ts';
import { payers, type Quota, type QuotaChange, type QuotaId, type QuotaStanding } from '../quota.ts';
import type { BudgetLineId } from '../seat-budget.ts';
import { changeKey, quotaKey } from './keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const providerId = branded<ProviderId>();
const payer = z.enum(payers);

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
  contract: z.string().exactOptional(),
  budgetLine: branded<BudgetLineId>().exactOptional(),
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
  used: 0,
  waiting: 0,
});

export const readQuota = (row: Item): QuotaStanding => quotaRow.parse(row);

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
