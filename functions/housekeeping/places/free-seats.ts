import type { Clock } from '@sinau/kernel';
import type { EventId, EventStore, Seat, SeatStore } from '@sinau/programmes';

export interface FreeSeatsDeps {
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'forget' | 'counts' | 'firstWaiting' | 'step'>;
  readonly clock: Clock;
}

/**
 * Takes seats of somebody away, and each is offered to whoever waits first. In two steps: at first it tells the halls that they are in as `next`, which the
 * job keeps; given back as `cursor`, the seats go and are passed on. No fact tells of a row that goes, so whoever breaks off in between has to know the halls
 * without it. Any number of times.
 */
export async function freeSeats(
  { events, seats: store, clock }: FreeSeatsDeps,
  { seats, cursor }: { readonly seats: readonly Seat[]; readonly cursor: string | undefined },
): Promise<{ readonly forgotten: number; readonly next?: string }> {
  if (cursor === undefined) {
    const next = [...new Set(seats.map(({ eventId }) => eventId))].join(between);
    return { forgotten: 0, ...(next !== '' && { next }) };
  }
  const halls = new Set(cursor.split(between) as EventId[]);
  let forgotten = 0;
  for (const seat of seats) {
    // One that came since, or that the queue moves this moment, is found by the pass that looks again.
    if (!halls.has(seat.eventId)) continue;
    if ((await store.forget(seat)) === 'forgotten') forgotten += 1;
  }
  const { promoteWaiting } = await import('@sinau/programmes');
  for (const eventId of halls) await promoteWaiting({ events, seats: store, clock }, { eventId });
  return { forgotten };
}

const between = ' ';
