import type { Clock } from '@sinau/kernel';
import type { PersonPlace, Subject } from '@sinau/privacy';
import type { CalendarStore, EventStore, SeatStore } from '@sinau/programmes';
import { type FreeSeatsDeps, freeSeats } from './free-seats.ts';

interface EventPlaceDeps {
  readonly events: Pick<EventStore, 'findMany' | 'find'>;
  readonly seats: Pick<SeatStore, 'ofPerson'> & FreeSeatsDeps['seats'];
  readonly calendars: CalendarStore;
  readonly clock: Clock;
}

/**
 * Seats of somebody and the address of their calendar. Attendance that was noted is a record of the office and stays; seats without any, and the address,
 * go with an erasure, and what was taken is offered to those who wait.
 */
export function eventsPlace(deps: EventPlaceDeps, settleMs: number): PersonPlace {
  const withoutMarks = async ({ personId, keepVerbs }: Subject) =>
    // A retention rule ends statements alone.
    keepVerbs ? [] : (await deps.seats.ofPerson(personId)).filter(({ marks }) => marks.length === 0);
  return {
    name: 'events',
    // Whoever was registering has a seat by then.
    settleMs,
    settlesAfter: 'confirmation',
    count: async (subject) => ({ counts: { eventSeats: (await withoutMarks(subject)).length } }),
    async erase(order, cursor) {
      const seats = await withoutMarks(order);
      const { forgotten: eventSeats, next } = await freeSeats(deps, { seats, cursor });
      if (next !== undefined) return { counts: { eventSeats }, next };
      if (!order.keepVerbs && (await deps.calendars.addressOf(order.personId))) {
        await deps.calendars.end(order.personId);
      }
      return { counts: { eventSeats } };
    },
    async copy({ personId }) {
      const seats = await deps.seats.ofPerson(personId);
      const events = await deps.events.findMany(seats.map(({ eventId }) => eventId));
      const titles = new Map(events.map(({ eventId, title, sessions }) => [eventId, { title, sessions }]));
      const address = await deps.calendars.addressOf(personId);
      return {
        records: [
          ...seats.map((seat) => ({ eventSeat: { ...seat, event: titles.get(seat.eventId) } })),
          ...(address ? [{ eventCalendar: { createdAt: address.createdAt } }] : []),
        ],
        counts: { eventSeats: seats.length },
      };
    },
  };
}
