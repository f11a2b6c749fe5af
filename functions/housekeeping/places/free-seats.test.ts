import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { ErasureOrder, PersonPlace } from '@sinau/privacy';
import { type CohortId, type EventId, idOfHall, type SeatStore } from '@sinau/programmes';
import {
  cohortOf,
  eventOf,
  memoryCohortStores,
  memoryPathStores,
  memoryProgrammeStores,
  seatAt,
} from '@sinau/programmes/testing';
import { describe, expect, it } from 'vitest';
import { eventsPlace } from './events.ts';
import { pathsPlace } from './learning-paths.ts';

const [sri, tuti, wulan] = ['sri', 'tuti', 'wulan'] as PersonId[] as [PersonId, PersonId, PersonId];
const clock = fixedClock('2026-11-20T00:00:00.000Z');
const order = { personId: sri, untilMs: 0, trail: [], jobId: 'j1', mode: 'erase', key: 'k' } as never;
const orderOf = (over: Partial<ErasureOrder> = {}): ErasureOrder => ({ ...(order as ErasureOrder), ...over });

async function full(seats: SeatStore, eventId: EventId): Promise<void> {
  expect(await seats.step(undefined, seatAt({ eventId, personId: sri }))).toBe('done');
  for (const [n, personId] of [tuti, wulan].entries()) {
    const waits = seatAt({ eventId, personId, state: 'waiting', place: `2026-11-1${n} ${personId}` });
    expect(await seats.step(undefined, waits)).toBe('done');
  }
}

/** Sri has the only seat of each of two events, or cohorts; Tuti and Wulan wait for it. */
const kinds = {
  async events() {
    const { events, seats, calendars } = memoryProgrammeStores();
    const halls = ['e-1', 'e-2'] as EventId[];
    for (const eventId of halls) {
      await events.save(eventOf({ eventId, capacity: 1 }));
      await full(seats, eventId);
    }
    return { place: eventsPlace({ events, seats, calendars, clock }, 0), seats, halls, found: events };
  },
  async cohorts() {
    const { cohorts, seats: cohortSeats } = memoryCohortStores();
    const { paths, members } = memoryPathStores();
    const halls: EventId[] = [];
    for (const cohortId of ['k-1', 'k-2'] as CohortId[]) {
      await cohorts.save(cohortOf({ cohortId, capacity: 1, agencyId: 'bkn' as AgencyId }));
      halls.push(idOfHall(cohortId));
      await full(cohortSeats, idOfHall(cohortId));
    }
    const place = pathsPlace({ paths, members, cohorts, cohortSeats, clock }, 0);
    return { place, seats: cohortSeats, halls, found: cohorts };
  },
} as const;

/** Every step, as the job takes them; gives what was counted. */
async function eraseAll(place: PersonPlace, cursor?: string): Promise<number> {
  const step = await place.erase?.(orderOf(), cursor);
  const counted = Object.values(step?.counts ?? {}).reduce((sum, one) => sum + one, 0);
  return counted + (step?.next === undefined ? 0 : await eraseAll(place, step.next));
}

describe.each(Object.entries(kinds))('seats of somebody who is erased, of %s', (_, world) => {
  it('are offered to whoever waits first', async () => {
    const { place, seats, halls } = await world();
    expect(await eraseAll(place)).toBe(2);
    for (const hall of halls) {
      const states = [sri, tuti, wulan].map(async (one) => (await seats.find(hall, one))?.state);
      expect(await Promise.all(states)).toEqual([undefined, 'offered', 'waiting']);
      expect(await seats.counts(hall)).toEqual({ capacity: 1, taken: 1, waiting: 1 });
    }
    expect(await eraseAll(place)).toBe(0);
  });

  it('are so also where the erasure was broken off once they were taken away', async () => {
    const { place, seats, halls, found } = await world();
    const first = await place.erase?.(orderOf(), undefined);
    expect(await seats.find(halls[0] as EventId, sri)).toMatchObject({ state: 'confirmed' });
    const { find } = found;
    found.find = async () => {
      throw new Error('it ends here');
    };
    await expect(place.erase?.(orderOf(), first?.next)).rejects.toThrow('it ends here');
    found.find = find as never;
    for (const hall of halls) expect(await seats.find(hall, sri)).toBeUndefined();
    expect((await seats.find(halls[1] as EventId, tuti))?.state).toBe('waiting');
    await eraseAll(place, first?.next);
    for (const hall of halls) expect((await seats.find(hall, tuti))?.state).toBe('offered');
  });

  it('stay where a retention rule ends statements alone', async () => {
    const { place, seats, halls } = await world();
    expect((await place.erase?.(orderOf({ keepVerbs: [] }), undefined))?.next).toBeUndefined();
    for (const hall of halls) expect((await seats.find(hall, sri))?.state).toBe('confirmed');
  });
});
