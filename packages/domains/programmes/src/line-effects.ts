import type { AgencyId, AtomicCompanion, Jp } from '@sinau/kernel';
import type { EventId } from './event.ts';
import type { Seat } from './seat.ts';
import type { BudgetLineId, ChargeState, SeatCharge } from './seat-charge.ts';

type BookedState = Exclude<ChargeState, 'wanted'>;

/** What one step does to one line, and what must hold for it. */
export interface LineEffects {
  readonly agencyId: AgencyId;
  readonly lineId: BudgetLineId;
  readonly booking?: {
    readonly bookingId: string;
    readonly eventId: EventId;
    /** Whole rupiah, integer > 0. */
    readonly amount: number;
    /** Absent: nothing was bound yet. */
    readonly before?: BookedState;
    readonly after: BookedState;
    readonly since: string;
    readonly people?: 0 | 1;
    readonly jp?: Jp;
    /** What it had counted, where it was spent before. */
    readonly counted?: { readonly people: 0 | 1; readonly jp: Jp };
  };
  /** Change of how many wait for room. */
  readonly waiting: number;
  /** `unclaimed`: nobody waits. `free`: whoever waited takes it. `needed`: there is less room than `price`, or others wait. */
  readonly rule?: 'free' | 'unclaimed' | 'needed';
  readonly price?: number;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** What seats need to know of a line. */
export interface SeatLine {
  readonly lineId: BudgetLineId;
  readonly year: number;
  readonly code: string;
  readonly title: string;
  readonly state: 'open' | 'closed';
  /** Whole rupiah that nothing binds yet, integer >= 0. */
  readonly room: number;
}

/** The budgets of agencies, which bind what seats cost in the transaction that gives the seat. */
export interface SeatBudget {
  /** Sees every write that was answered before. */
  find(agencyId: AgencyId, lineId: BudgetLineId): Promise<SeatLine | undefined>;
  /** The writes that carry out `effects`. The first is that of the line; taking room, it holds only while the line is open and has as much. */
  moving(effects: LineEffects): AtomicCompanion;
}

const isBooked = (state: ChargeState | undefined): state is BookedState =>
  state !== undefined && state !== 'wanted';

/** The one rule of what seats of events bind, for every adapter. */
export function chargeEffects(before: Seat | undefined, after: Seat): readonly LineEffects[] {
  const [was, is] = [before?.charge, after.charge];
  const at = is?.at ?? after.since;
  if (was?.bookingId === is?.bookingId && isCountedAlike(was, is)) return [];
  const isOther = was?.bookingId !== is?.bookingId;
  const left = was?.state === 'wanted' ? was : undefined;
  const joins = is?.state === 'wanted' ? is : undefined;
  const booked =
    is && isBooked(is.state) ? bookingOf(isOther ? undefined : was, is, after.eventId) : undefined;
  const places = [...new Set([booked && is, left, joins].flatMap((one) => one?.lineId ?? []))];
  const agencyId = is?.agencyId ?? was?.agencyId;
  if (agencyId === undefined) return [];
  return places.map((lineId) => {
    const waiting = Number(joins?.lineId === lineId) - Number(left?.lineId === lineId);
    const booking = booked && is?.lineId === lineId ? booked : undefined;
    const one = { agencyId, lineId, waiting, at, ...(booking && { booking }) };
    if (booking && booking.before === undefined) return { ...one, rule: waiting < 0 ? 'free' : 'unclaimed' };
    return joins && waiting > 0 ? { ...one, rule: 'needed', price: joins.price } : one;
  });
}

/** Of what is spent it may turn out later that somebody came, or did not, or to more. */
export const isCountedAlike = (was: SeatCharge | undefined, is: SeatCharge | undefined): boolean =>
  was?.state === is?.state &&
  (is?.state !== 'spent' || (was?.people === is.people && (was?.jp ?? 0) === (is.jp ?? 0)));

function bookingOf(
  was: SeatCharge | undefined,
  { bookingId, price, state, since, people, jp }: SeatCharge,
  eventId: EventId,
): LineEffects['booking'] {
  if (!isBooked(state)) return undefined;
  const before = isBooked(was?.state) ? was.state : undefined;
  // Whoever waited for room in vain has bound nothing.
  if (before === undefined && state === 'released') return undefined;
  return {
    ...{ bookingId, eventId, amount: price, after: state, since, ...(before && { before }) },
    ...(people !== undefined && { people }),
    ...(jp !== undefined && { jp }),
    ...(before === 'spent' && was?.people !== undefined && { counted: countedBy(was.people, was.jp) }),
  };
}

const countedBy = (people: 0 | 1, jp: Jp | undefined) => ({ people, jp: jp ?? (0 as Jp) });
