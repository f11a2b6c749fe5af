import type { AgencyId, Brand, ProviderId } from '@sinau/kernel';
import type { Pool, PoolStanding } from './pool.ts';
import type { BudgetLineId } from './seat-budget.ts';

/** `<kind>.<provider or course>.<first day>`: one agency has at most one quota of a target that begins on a day. */
export type QuotaId = Brand<'QuotaId'>;

/** What a quota is counted over: every course of a provider, or one of them. */
export type QuotaTarget =
  | { readonly kind: 'provider'; readonly providerId: ProviderId }
  | { readonly kind: 'course'; readonly providerId: ProviderId; readonly courseId: string };

export const payers = ['agency', 'platform', 'provider'] as const;
/** Who bears the price of a seat. */
export type Payer = (typeof payers)[number];

/** How many seats an agency has at a provider in a period, and on which terms. Days are those of western Indonesia. */
export interface Quota {
  readonly quotaId: QuotaId;
  readonly agencyId: AgencyId;
  readonly target: QuotaTarget;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** Integer >= 0. */
  readonly seats: number;
  /** Whole rupiah for one seat; absent: what the course costs. */
  readonly price?: number;
  readonly payer: Payer;
  /** What happens to newcomers when it is used up. */
  readonly whenFull: 'wait' | 'refuse';
  /** A seat that nobody has begun with so many days after it was given goes back, 7 to 365; absent: never. */
  readonly releaseAfterDays?: number;
  /** Whoever lost a seat by that waits behind everybody else in the list of this quota for so many days, 1 to 365; absent: they do not. */
  readonly noShowDays?: number;
  /** Number of the contract it comes from. */
  readonly contract?: string;
  /** Line of the agency's budget on which the price of a seat is bound; the agency names it, whoever set the quota. */
  readonly budgetLine?: BudgetLineId;
  /** Seats that the agency keeps for groups, in the order in which they are taken; absent: all are for everybody. */
  readonly pools?: readonly Pool[];
  /** What operators set, an agency does not change. */
  readonly setBy: 'operator' | 'agency';
  readonly updatedAt: string;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

export interface QuotaStanding extends Quota {
  /** Seats held or spent in it. */
  readonly used: number;
  /** People who wait for one. */
  readonly waiting: number;
  readonly pools?: readonly PoolStanding[];
}

/** Without what is counted. */
export function quotaOf({ used: _, waiting: __, pools, ...quota }: QuotaStanding): Quota {
  const terms = pools?.map(({ taken: ___, waiting: ____, ...pool }) => pool);
  return { ...quota, ...(terms && { pools: terms }) };
}

/** Who changed a quota to what; never changed itself. */
export interface QuotaChange {
  readonly quotaId: QuotaId;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string; readonly as: 'operator' | 'agency' | 'client' };
  readonly before?: Quota;
  readonly after: Quota;
}

export function quotaIdOf(target: QuotaTarget, from: string): QuotaId {
  const id = target.kind === 'provider' ? target.providerId : target.courseId;
  return `${target.kind}.${id}.${from}` as QuotaId;
}

const jakartaMs = 7 * 3_600_000;

/** The day of western Indonesia, ISO date. */
export const dayOf = (at: Date): string => new Date(at.getTime() + jakartaMs).toISOString().slice(0, 10);

export const coversDay = ({ from, to }: Pick<Quota, 'from' | 'to'>, day: string): boolean =>
  from <= day && day <= to;
