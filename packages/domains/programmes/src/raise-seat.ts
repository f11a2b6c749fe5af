import { type AtomicCompanion, type PersonId, Unavailable } from '@sinau/kernel';
import { EventNotFound, SeatAlreadyAhead, SeatNotWaiting } from './errors.ts';
import type { EventId } from './event.ts';
import type { SeatStore } from './ports.ts';
import { isRequiredPlace, rankedPlace } from './queue-place.ts';
import type { Seat } from './seat.ts';

/** Each further try meets a change that somebody else made in between. */
const mostTries = 10;

/**
 * Puts somebody who waits for a seat of an event before others, once: behind those of whom it is required, by arrival among those who were raised as
 * well. What gives the right to it goes along and commits in the same transaction. Seats of cohorts are raised in the same way.
 *
 * Undefined: a condition of `along` did not hold, and nothing was written. Rejects with `EventNotFound`, `SeatNotWaiting`, or `SeatAlreadyAhead`
 * where it would gain nothing.
 */
export async function raiseSeat(
  { seats }: { readonly seats: Pick<SeatStore, 'find' | 'step'> },
  input: { readonly personId: PersonId; readonly eventId: EventId; readonly along?: AtomicCompanion },
): Promise<Seat | undefined> {
  const { personId, eventId, along } = input;
  for (let n = 0; n < mostTries; n += 1) {
    const before = await seats.find(eventId, personId);
    if (!before) throw new EventNotFound();
    if (before.state !== 'waiting' || before.place === undefined) throw new SeatNotWaiting();
    if (before.raised || isRequiredPlace(before.place)) throw new SeatAlreadyAhead();
    const place = rankedPlace(before.place, { isRequired: false, isRaised: true });
    const after: Seat = { ...before, raised: true, place };
    const outcome = await seats.step(before, after, along);
    if (outcome === 'done') return { ...after, rev: before.rev + 1 };
    if (outcome === 'along-refused') return undefined;
  }
  throw new Unavailable('This seat is changing. Please try again.');
}
