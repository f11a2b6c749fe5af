import { type Clock, Unavailable } from '@sinau/kernel';
import { type Event, type EventId, spanOf } from './event.ts';
import type { EventStore, SeatStore } from './ports.ts';
import type { Seat } from './seat.ts';

export interface PromoteDeps {
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'counts' | 'firstWaiting' | 'step'>;
  readonly clock: Clock;
}

/** More than a whole event has seats; whoever goes on that long is not alone, and the others do the rest. */
const rounds = 2_000;

/**
 * Offers free seats to those who wait, in their order. Several who do so at once offer each seat once: every step moves the counters with
 * the seat, and whoever finds that something has changed looks again. Tells how many were offered.
 */
export async function promoteWaiting(
  deps: PromoteDeps,
  { eventId }: { readonly eventId: EventId },
): Promise<number> {
  const event = await deps.events.find(eventId);
  if (event?.state !== 'published') return 0;
  let offered = 0;
  for (let round = 0; round < rounds; round += 1) {
    const now = deps.clock.now();
    if (spanOf(event).startsAt <= now.toISOString()) return offered;
    const { capacity, taken, waiting } = await deps.seats.counts(eventId);
    if (taken >= capacity || waiting === 0) return offered;
    const first = await deps.seats.firstWaiting(eventId);
    if (!first) continue;
    if ((await deps.seats.step(first, offerOf(event, first, now))) === 'done') offered += 1;
  }
  throw new Unavailable('Seats of this event change all the time.');
}

/** Kept so long, and at most until it begins. */
function offerOf(event: Event, { place: _, ...seat }: Seat, now: Date): Seat {
  const ends = [now.getTime() + event.confirmHours * 3_600_000, Date.parse(spanOf(event).startsAt)];
  const offeredUntil = new Date(Math.min(...ends)).toISOString();
  return { ...seat, state: 'offered', since: now.toISOString(), offeredUntil };
}
