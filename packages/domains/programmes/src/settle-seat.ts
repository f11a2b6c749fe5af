import type { Clock, Ids, Jp, PersonId } from '@sinau/kernel';
import { attendedOf, isSettled } from './attended.ts';
import type { Event, EventId } from './event.ts';
import { isCountedAlike } from './line-effects.ts';
import type { EventStore, SeatStore } from './ports.ts';
import type { Seat } from './seat.ts';
import type { SeatCharge } from './seat-charge.ts';

interface Deps {
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'find' | 'step'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
  /** JP that somebody's attendance comes to, caps aside. */
  readonly worthOf: (event: Event, seat: Seat) => Promise<Jp | undefined>;
}

/** Steps that may be lost to somebody who changes the seat at the same time. */
const rounds = 5;

/**
 * What becomes of the money of a seat once nothing more can come: spent by whoever came, or as the agency has said of whoever did not; released with an
 * event that was cancelled, and of whoever never got a seat. What was spent stays, but for somebody of whom it turns out that they did not come, where
 * the agency releases that, or counts them no more; and what was released of somebody of whom it turns out that they came is bound and spent anew, as long as the line has room.
 * Safe to repeat.
 */
export async function settleSeat(
  deps: Deps,
  at: { readonly eventId: EventId; readonly personId: PersonId },
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const [event, seat] = await Promise.all([
      deps.events.find(at.eventId),
      deps.seats.find(at.eventId, at.personId),
    ]);
    if (!event || !seat?.charge) return;
    const next = await settled(deps, event, seat);
    if (next === undefined || isCountedAlike(seat.charge, next)) return;
    const { charge: _, ...rest } = seat;
    const moment = deps.clock.now().toISOString();
    // Whoever waited for room in vain has bound nothing: there is nothing to keep.
    const after: Seat = seat.charge.state === 'wanted' ? rest : { ...rest, charge: { ...next, at: moment } };
    const outcome = await deps.seats.step(seat, after);
    // What was released has gone to somebody else.
    if (outcome === 'done' || outcome === 'no-room') return;
  }
}

async function settled(deps: Deps, event: Event, seat: Seat): Promise<SeatCharge | undefined> {
  const { charge } = seat;
  if (!charge) return undefined;
  const isOver = charge.state === 'spent' || charge.state === 'released';
  if (event.state === 'cancelled') return isOver ? undefined : { ...charge, state: 'released' };
  const attended = attendedOf(event, seat);
  if (!isSettled(event, attended)) return undefined;
  const came = seat.state === 'confirmed' && attended.sessions.length > 0;
  if (came) {
    const jp = await deps.worthOf(event, seat);
    const booking = charge.state === 'released' ? anew(deps) : {};
    return { ...charge, ...booking, state: 'spent', people: 1, ...(jp !== undefined && { jp }) };
  }
  if (charge.state === 'released') return undefined;
  if (seat.state === 'confirmed' && charge.noShow === 'spent') {
    const { jp: _, ...rest } = charge;
    return { ...rest, state: 'spent', people: 0 };
  }
  // Also where attendance that was noted and counted is taken back.
  const wasSpent = charge.state === 'spent' && charge.people === 1;
  return wasSpent || charge.state !== 'spent' ? { ...charge, state: 'released' } : undefined;
}

/** Another booking: one that was released stays so. */
const anew = ({ ids, clock }: Deps): Pick<SeatCharge, 'bookingId' | 'since'> => ({
  ...{ bookingId: ids.uuid(), since: clock.now().toISOString() },
});
