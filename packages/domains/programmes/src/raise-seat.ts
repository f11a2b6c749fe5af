import { type AtomicCompanion, type PersonId, Unavailable } from '@sinau/kernel';
import { EventNotFound, SeatAlreadyAhead, SeatNotWaiting } from './errors.ts';
import type { EventId } from './event.ts';
import type { SeatStore } from './ports.ts';
import type { Seat } from './seat.ts';

/** Each further try meets a change that somebody else made in between. */
const mostTries = 10;

/**
 * Puts somebody who waits for a seat of an event before others, once: by arrival among those who were raised as well. What gives the right to it
 * goes along and commits in the same transaction.
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
    if (before.raised) throw new SeatAlreadyAhead();
    const after: Seat = { ...before, raised: true, place: raisedPlace(before.place) };
    const outcome = await seats.step(before, after, along);
    if (outcome === 'done') return { ...after, rev: before.rev + 1 };
    if (outcome === 'along-refused') return undefined;
  }
  throw new Unavailable('This seat is changing. Please try again.');
}

/** Places begin with the year in which somebody came; this stands before all of them. */
const raisedPlace = (place: string): string => `0 ${place}`;
