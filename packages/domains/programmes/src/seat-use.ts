import type { AgencyId, Clock } from '@sinau/kernel';
import { presenceOf } from './attended.ts';
import { type Event, spanOf } from './event.ts';
import type { EventStore, SeatStore } from './ports.ts';
import type { Seat } from './seat.ts';
import { localDayOf } from './zone.ts';

/** How an agency's people use their seats of an event. */
export interface SeatUse {
  /** People who have a seat. */
  readonly confirmed: number;
  /** Of these, who was at one session at least. */
  readonly attended: number;
}

const countOf = (seat: Seat | undefined): SeatUse => {
  const confirmed = seat?.state === 'confirmed';
  const came = confirmed && [...presenceOf(seat.marks).values()].some(({ present }) => present);
  return { confirmed: Number(confirmed), attended: Number(came) };
};

/** What a step adds to these counts; the one rule for every adapter. */
export function useEffects(before: Seat | undefined, after: Seat): SeatUse {
  const [was, is] = [countOf(before), countOf(after)];
  return { confirmed: is.confirmed - was.confirmed, attended: is.attended - was.attended };
}

/** Events of a year that are over, with how an agency's people have used their seats; the last to end first. By the day of the place on which they end. */
export async function listSeatUse(
  deps: {
    readonly events: Pick<EventStore, 'findMany'>;
    readonly seats: Pick<SeatStore, 'eventsWith'>;
    readonly clock: Clock;
  },
  { agencyId, year }: { readonly agencyId: AgencyId; readonly year: number },
): Promise<readonly (SeatUse & { readonly event: Event })[]> {
  const counted = (await deps.seats.eventsWith(agencyId)).filter(({ confirmed }) => confirmed > 0);
  const events = await deps.events.findMany(counted.map(({ eventId }) => eventId));
  const uses = new Map(counted.map(({ eventId, ...use }) => [eventId, use]));
  const now = deps.clock.now().toISOString();
  return events
    .filter((event) => event.state === 'published' && spanOf(event).endsAt <= now)
    .filter((event) => localDayOf(spanOf(event).endsAt, event.zone).startsWith(`${year}-`))
    .flatMap((event) => {
      const use = uses.get(event.eventId);
      return use ? [{ event, confirmed: use.confirmed, attended: Math.max(use.attended, 0) }] : [];
    })
    .toSorted((a, b) => spanOf(b.event).endsAt.localeCompare(spanOf(a.event).endsAt));
}
