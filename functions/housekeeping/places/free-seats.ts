import type { AgencyId, Clock } from '@sinau/kernel';
import type { BudgetLineId, EventId, EventStore, Seat, SeatStore } from '@sinau/programmes';
import * as z from 'zod';

export interface FreeSeatsDeps {
  readonly events: Pick<EventStore, 'find'>;
  readonly seats: Pick<SeatStore, 'forget' | 'counts' | 'firstWaiting' | 'firstUnfunded' | 'step'>;
  readonly clock: Clock;
}

/** Halls that the seats are in, and budget lines whose room somebody among them waited for. */
const cursorSchema = z.object({
  halls: z.array(z.string()).readonly(),
  lines: z.array(z.object({ agencyId: z.string(), lineId: z.string() })).readonly(),
});

/**
 * Takes seats of somebody away, and each is offered to whoever waits first. In two steps: at first it tells as `next` what is to be passed on, which the
 * job keeps; given back as `cursor`, the seats go and others come in. No fact tells of a row that goes, so whoever breaks off in between has to know
 * without it. Any number of times.
 */
export async function freeSeats(
  { events, seats: store, clock }: FreeSeatsDeps,
  { seats, cursor }: { readonly seats: readonly Seat[]; readonly cursor: string | undefined },
): Promise<{ readonly forgotten: number; readonly next?: string }> {
  if (cursor === undefined) return { forgotten: 0, ...(seats.length > 0 && { next: cursorOf(seats) }) };
  const { halls, lines } = cursorSchema.parse(JSON.parse(cursor));
  let forgotten = 0;
  for (const seat of seats) {
    // One that came since, or that the queue moves this moment, is found by the pass that looks again.
    if (!halls.includes(seat.eventId)) continue;
    if ((await store.forget(seat)) === 'forgotten') forgotten += 1;
  }
  const { fundWaiting, promoteWaiting } = await import('@sinau/programmes');
  const deps = { events, seats: store, clock };
  for (const hall of halls) await promoteWaiting(deps, { eventId: hall as EventId });
  // Whoever wanted more than there was has held up those behind.
  for (const { agencyId, lineId } of lines)
    await fundWaiting(deps, { agencyId: agencyId as AgencyId, lineId: lineId as BudgetLineId });
  return { forgotten };
}

function cursorOf(seats: readonly Seat[]): string {
  const wanted = seats.flatMap(({ charge }) => (charge?.state === 'wanted' ? [charge] : []));
  const lines = new Map(
    wanted.map(({ agencyId, lineId }) => [`${agencyId} ${lineId}`, { agencyId, lineId }]),
  );
  const halls = new Set(seats.map(({ eventId }) => eventId));
  return JSON.stringify({ halls: [...halls], lines: [...lines.values()] });
}
