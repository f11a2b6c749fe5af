import type { AgencyId, Brand, Jp, PersonId } from '@sinau/kernel';
import type { EventId } from './event.ts';

/** A line of an agency's budget. */
export type BudgetLineId = Brand<'BudgetLineId'>;

/**
 * `wanted`: waits for room in the line, nothing is bound. `reserved`: the seat is asked for and approved, and is not theirs yet. `committed`: it is
 * confirmed. `spent`: they came, or did not and it was paid all the same. `released`: nothing is owed.
 */
export const chargeStates = ['wanted', 'reserved', 'committed', 'spent', 'released'] as const;
export type ChargeState = (typeof chargeStates)[number];

export const noShowRules = ['spent', 'released'] as const;

/** What the seat costs the person's agency. Fixed when the person gets into the event. */
export interface SeatCharge {
  readonly agencyId: AgencyId;
  readonly lineId: BudgetLineId;
  /** Of the line; another one each time that the person comes in anew. */
  readonly bookingId: string;
  /** Whole rupiah, integer > 0. */
  readonly price: number;
  /** What becomes of it when the person does not come. */
  readonly noShow: (typeof noShowRules)[number];
  readonly state: ChargeState;
  /** Since when the person is in the event with it, ISO 8601 UTC. */
  readonly since: string;
  /** When it came into this state. */
  readonly at: string;
  /** Once spent: 1 for whoever came, and their JP. */
  readonly people?: 0 | 1;
  readonly jp?: Jp;
}

/** From which line an agency pays what a seat of an event costs, and what becomes of it when somebody does not come. */
export interface SeatPayment {
  readonly agencyId: AgencyId;
  readonly eventId: EventId;
  /** Absent: nothing is bound. */
  readonly lineId?: BudgetLineId;
  readonly noShow: (typeof noShowRules)[number];
  /** Who set it last. */
  readonly by: PersonId;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly rev: number;
}

/** The charge of a seat that is given back, or that nobody needs any more. What was spent stays. */
export function releasedCharge(charge: SeatCharge | undefined, at: string): { readonly charge?: SeatCharge } {
  // Whoever waited for room in vain has bound nothing.
  if (!charge || charge.state === 'wanted') return {};
  return { charge: isOver(charge) ? charge : { ...charge, state: 'released', at } };
}

const isOver = ({ state }: SeatCharge): boolean => state === 'spent' || state === 'released';
