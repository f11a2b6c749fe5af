import { randomUUID } from 'node:crypto';
import { lineIdOf, openLine } from '@sinau/budget';
import { createBudgetStore } from '@sinau/budget/dynamo';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { withTables } from '@sinau/platform/testing';
import type { ErasureOrder, PersonPlace } from '@sinau/privacy';
import { type BudgetLineId, type CohortId, type EventId, idOfHall, type Seat } from '@sinau/programmes';
import {
  createCalendarStore,
  createCohortSeatStore,
  createCohortStore,
  createEventStore,
  createPathMemberStore,
  createPathStore,
} from '@sinau/programmes/dynamo';
import { cohortOf, eventOf, seatAt } from '@sinau/programmes/testing';
import { describe, expect, it } from 'vitest';
import { createPaidSeats } from '../shared/event-seats.ts';
import { eventsPlace } from './places/events.ts';
import { pathsPlace } from './places/learning-paths.ts';

const at = '2026-11-20T00:00:00.000Z';
const clock = fixedClock(at);

/** Every step, as the job takes them. */
async function eraseAll(place: PersonPlace, personId: PersonId): Promise<void> {
  const order: ErasureOrder = {
    ...{ personId, untilMs: 0, trail: [], jobId: 'j1' as ErasureOrder['jobId'], mode: 'erase', key: 'k' },
  };
  let cursor: string | undefined;
  do cursor = (await place.erase?.(order, cursor))?.next;
  while (cursor !== undefined);
}

withTables((engine, tables) => {
  const world = () => {
    const { dynamo, lms: table } = tables();
    const door = { dynamo, table };
    const person = (name: string) => `${name}-${randomUUID()}` as PersonId;
    return {
      ...{ events: createEventStore(door), seats: createPaidSeats(door), budgets: createBudgetStore(door) },
      ...{ cohorts: createCohortStore(door), cohortSeats: createCohortSeatStore(door), clock },
      ...{ calendars: createCalendarStore(door), paths: createPathStore(door) },
      ...{ members: createPathMemberStore(door), sri: person('sri'), tuti: person('tuti') },
    };
  };

  describe(`seats of somebody who is erased on ${engine}`, () => {
    it('are offered to whoever waits first, of events and of cohorts', async () => {
      const w = world();
      const { sri, tuti } = w;
      const eventId = randomUUID() as EventId;
      const cohortId = randomUUID() as CohortId;
      await w.events.save(eventOf({ eventId, capacity: 1 }));
      await w.cohorts.save(cohortOf({ cohortId, capacity: 1 }));
      for (const [hall, store, place] of [
        [eventId, w.seats, eventsPlace(w, 0)],
        [idOfHall(cohortId), w.cohortSeats, pathsPlace(w, 0)],
      ] as const) {
        expect(await store.step(undefined, seatAt({ eventId: hall, personId: sri }))).toBe('done');
        const waits = { eventId: hall, personId: tuti, state: 'waiting', place: `${at} ${tuti}` } as const;
        expect(await store.step(undefined, seatAt(waits))).toBe('done');
        await eraseAll(place, sri);
        expect([await store.find(hall, sri), (await store.find(hall, tuti))?.state]).toEqual([
          ...[undefined, 'offered'],
        ]);
        expect(await store.counts(hall)).toEqual({ capacity: 1, taken: 1, waiting: 0 });
      }
    });

    it('let in whoever stood behind them for the room of a budget line', async () => {
      const w = world();
      const { sri, tuti } = w;
      const agencyId = randomUUID() as AgencyId;
      const principal: PersonPrincipal = {
        ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['agency-admin'], agencyId },
      };
      const request = { year: 2026, code: 'DL', title: 'Diklat', source: 'apbn', ceiling: 150_000 } as const;
      await openLine(w, { principal, request });
      const lineId = lineIdOf(2026, 'DL') as string as BudgetLineId;
      const wants = async (personId: PersonId, price: number, since: string) => {
        const eventId = randomUUID() as EventId;
        await w.events.save(eventOf({ eventId, capacity: 5, price }));
        const charge: NonNullable<Seat['charge']> = {
          ...{ agencyId, lineId, bookingId: randomUUID(), price, noShow: 'spent', state: 'wanted' },
          ...{ since, at: since },
        };
        const seat = seatAt({ eventId, personId, agencyId, state: 'unfunded', since, charge });
        expect(await w.seats.step(undefined, seat)).toBe('done');
        return eventId;
      };
      await wants(sri, 500_000, '2026-11-10T00:00:00.000Z');
      const eventId = await wants(tuti, 100_000, '2026-11-11T00:00:00.000Z');
      await eraseAll(eventsPlace(w, 0), sri);
      expect(await w.seats.ofPerson(sri)).toEqual([]);
      expect((await w.seats.find(eventId, tuti))?.state).toBe('confirmed');
    });
  });
});
