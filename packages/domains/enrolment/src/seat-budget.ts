import type { AgencyId, AtomicCompanion, Brand, Jp } from '@sinau/kernel';
import { type Charge, type ChargeState, chargeEffects } from './charge.ts';
import type { Enrolment } from './enrolment.ts';
import type { Step } from './ports.ts';
import type { SeatEffects } from './seats.ts';

/** A line of the agency's budget. */
export type BudgetLineId = Brand<'BudgetLineId'>;

/** What seats need to know of a line. */
export interface SeatLine {
  readonly lineId: BudgetLineId;
  readonly year: number;
  readonly code: string;
  readonly title: string;
  readonly state: 'open' | 'closed';
  /** Whole rupiah that nothing binds yet, integer >= 0. */
  readonly room: number;
  /** People who wait for room. */
  readonly waiting: number;
}

/** For which line somebody waits, and what their seat would take of it. */
export interface LineWait {
  readonly lineId: BudgetLineId;
  /** Whole rupiah, integer > 0. */
  readonly price: number;
}

/** What one step binds of one line. */
export interface SeatBooking extends Pick<Charge, 'providerId'> {
  readonly registration: string;
  readonly courseId: string;
  /** Whole rupiah, integer > 0. */
  readonly amount: number;
  /** Absent: nothing was bound yet. */
  readonly before?: ChargeState;
  readonly after: ChargeState;
  /** Since when it is bound, ISO 8601 UTC. */
  readonly since: string;
  /** Earned, once it is spent. */
  readonly jp?: Jp;
}

/** What one step does to one line, and what must hold for it; the rules mean what they do for seats. */
export interface LineEffects {
  readonly agencyId: AgencyId;
  readonly lineId: BudgetLineId;
  readonly booking?: SeatBooking;
  /** Change of how many wait. */
  readonly waiting: number;
  readonly rule?: Exclude<SeatEffects['rule'], undefined>;
  /** What whoever begins to wait would take; given with `needed`. */
  readonly price?: number;
  readonly at: string;
}

/** The budgets of agencies, which bind what seats cost in the transaction that gives the seat. */
export interface SeatBudget {
  /** Sees every write that was answered before. */
  find(agencyId: AgencyId, lineId: BudgetLineId): Promise<SeatLine | undefined>;
  /** Lines for whose room somebody waits. */
  waitedFor(agencyId: AgencyId): Promise<readonly BudgetLineId[]>;
  /**
   * The writes that carry out `effects`. The first is that of the line, and holds only under the rule; taking room, also only while the line
   * is open and has as much.
   */
  moving(effects: LineEffects): AtomicCompanion | Promise<AtomicCompanion>;
}

/** One that has its writes at once, for adapters that take a step without a pause. */
export type SeatBudgetAtOnce = Omit<SeatBudget, 'moving'> & {
  moving(effects: LineEffects): AtomicCompanion;
};

const waitOf = (enrolment: Enrolment | undefined): LineWait | undefined =>
  enrolment?.state === 'waiting' ? enrolment.waitingBudget : undefined;

/** What a change of a charge binds; undefined: it costs nothing, names no line, or does not change. */
export function bookingOf(
  before: Charge | undefined,
  after: Charge | undefined,
  seat: Pick<Enrolment, 'registration' | 'courseId' | 'enrolledAt' | 'earnedJp'>,
): SeatBooking | undefined {
  if (!after?.budgetLine || after.price === 0 || !chargeEffects(before, after)) return undefined;
  const { registration, courseId, enrolledAt: since, earnedJp: jp } = seat;
  return {
    ...{ registration, courseId, since, providerId: after.providerId, amount: after.price },
    ...{ after: after.state, ...(before && { before: before.state }), ...(jp !== undefined && { jp }) },
  };
}

/** The one rule of budget lines, for every adapter. */
export function lineEffects({ before, after }: Step, at: string): readonly LineEffects[] {
  const agencyId = after.charge?.agencyId ?? after.agencyId;
  if (agencyId === undefined) return [];
  const booking = bookingOf(before?.charge, after.charge, after);
  const booked = booking && after.charge?.budgetLine;
  const [left, joined] = [waitOf(before), waitOf(after)];
  const stays = left?.lineId === joined?.lineId;
  const lists = stays ? [] : [left?.lineId, joined?.lineId];
  const lines = [booked, ...lists].filter((one) => one !== undefined);
  return [...new Set(lines)].map((lineId) => {
    const waiting = stays ? 0 : Number(lineId === joined?.lineId) - Number(lineId === left?.lineId);
    const one = { agencyId, lineId, waiting, at, ...(booking && lineId === booked && { booking }) };
    if (one.booking?.after === 'reserved') return { ...one, rule: waiting < 0 ? 'free' : 'unclaimed' };
    if (waiting > 0 && joined) return { ...one, rule: 'needed', price: joined.price };
    return one;
  });
}
