import type { AgencyId, ProviderId } from '@sinau/kernel';
import type { PoolId } from './pool.ts';
import type { Payer, QuotaId } from './quota.ts';
import type { BudgetLineId } from './seat-budget.ts';

/**
 * `reserved`: the seat is held. `committed`: the provider has confirmed it. `spent`: the course was completed. `released`: the
 * enrolment ended before; nothing is owed.
 */
export const chargeStates = ['reserved', 'committed', 'spent', 'released'] as const;
export type ChargeState = (typeof chargeStates)[number];

/** What the seat of one enrolment takes of the agency's quotas, and costs. Fixed when the person gets the seat. */
export interface Charge {
  readonly agencyId: AgencyId;
  readonly providerId: ProviderId;
  /** Calendar year of western Indonesia in which the seat was given; all its lines count there. */
  readonly year: number;
  readonly quotas: readonly QuotaId[];
  /** Pool of a quota from which the seat was taken, and to which it is given back; absent: from what is for everybody. */
  readonly pools?: Readonly<Record<QuotaId, PoolId>>;
  /** Whole rupiah, integer >= 0. */
  readonly price: number;
  readonly payer: Payer;
  /** Line of the agency's budget that it is bound on; absent: none. */
  readonly budgetLine?: BudgetLineId;
  readonly state: ChargeState;
}

export type CostSums = Readonly<Record<Exclude<ChargeState, 'released'>, number>>;

/** One line of the costs of an agency; never changed. */
export interface CostLine {
  readonly agencyId: AgencyId;
  readonly year: number;
  readonly providerId: ProviderId;
  readonly courseId: string;
  readonly registration: string;
  readonly payer: Payer;
  readonly kind: ChargeState;
  /** Whole rupiah. */
  readonly amount: number;
  readonly at: string;
}

/** Sums over the lines of one course: `reserved` and `committed` are what stands now, `spent` what is owed for good. */
export interface CostBalance extends CostSums {
  readonly providerId: ProviderId;
  readonly courseId: string;
  readonly payer: Payer;
}

const steps: Readonly<Record<ChargeState, readonly ChargeState[]>> = {
  reserved: ['committed', 'spent', 'released'],
  committed: ['spent', 'released'],
  spent: [],
  released: [],
};

/** What one change of a charge does to quotas and sums. */
export interface ChargeEffects {
  /** Change of the seats used of each quota. */
  readonly used: -1 | 0 | 1;
  readonly sums: CostSums;
}

const none: CostSums = { reserved: 0, committed: 0, spent: 0 };

/** The one rule of costs, for every adapter. Undefined: nothing changes. Throws a `TypeError` for a step that there is not. */
export function chargeEffects(
  before: Charge | undefined,
  after: Charge | undefined,
): ChargeEffects | undefined {
  if (before?.state === after?.state || !after) return undefined;
  if (before ? !steps[before.state].includes(after.state) : after.state !== 'reserved') {
    throw new TypeError(`a charge never goes from ${before?.state ?? 'nothing'} to ${after.state}`);
  }
  const { price, state } = after;
  const sums = {
    ...none,
    // Minus zero is nothing that a store should keep.
    ...(before && before.state !== 'released' && { [before.state]: price === 0 ? 0 : -price }),
    ...(state !== 'released' && { [state]: price }),
  };
  return { used: before ? (state === 'released' ? -1 : 0) : 1, sums };
}

/** The charge of an enrolment that ends before it is completed. */
export function released(charge: Charge | undefined): { readonly charge?: Charge } {
  if (!charge || charge.state === 'spent') return charge ? { charge } : {};
  return { charge: { ...charge, state: 'released' } };
}
