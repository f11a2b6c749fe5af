import type { PersonPlace, Subject } from '@sinau/privacy';
import type { CalendarStore, EventStore, SeatStore } from '@sinau/programmes';

interface EventPlaceDeps {
  readonly events: Pick<EventStore, 'findMany'>;
  readonly seats: Pick<SeatStore, 'ofPerson' | 'forget'>;
  readonly calendars: CalendarStore;
}

/**
 * Seats of somebody and the address of their calendar. Attendance that was noted is a record of the office and stays; seats without any, and the address,
 * go with an erasure, and what was taken is free again.
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
    async erase(order) {
      let eventSeats = 0;
      // One that the queue moves this moment is found by the pass that looks again.
      for (const seat of await withoutMarks(order)) {
        if ((await deps.seats.forget(seat)) === 'forgotten') eventSeats += 1;
      }
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
