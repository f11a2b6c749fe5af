import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { withTables } from '@sinau/platform/testing';
import { type CohortId, type EventId, idOfHall, rankWaiting } from '@sinau/programmes';
import {
  createCohortSeatStore,
  createCohortStore,
  createEventStore,
  createSeatStore,
} from '@sinau/programmes/dynamo';
import { cohortOf, eventOf, seatAt } from '@sinau/programmes/testing';
import { createPriorityStore } from '@sinau/recognition/dynamo';
import { grantPriority, redeemPriority } from '@sinau/recognition/priority';
import { memberOf } from '@sinau/recognition/testing';
import { expect, it } from 'vitest';
import { createEnrolmentStore } from './enrolment-store.ts';
import { type Happening, playHistory } from './testing/priority-histories.ts';
import { waitingListsOf } from './waiting-lists.ts';

const bkn = 'bkn' as AgencyId;

withTables((engine, tables) => {
  const world = () => {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    const members = { find: async (id: PersonId) => memberOf(id), teamOf: async () => [] };
    return {
      ...{ enrolments: createEnrolmentStore(stores), events: createEventStore(stores), members },
      ...{ seats: createSeatStore(stores), priority: createPriorityStore(stores) },
      ...{ cohorts: createCohortStore(stores), cohortSeats: createCohortSeatStore(stores) },
      clock: fixedClock('2026-03-02T05:00:00.000Z'),
    };
  };

  it(`L13: a right is used once for a course, whoever asks at once, and comes to where it belongs, on ${engine}`, async () => {
    const redeem = (right: number, wait: number): Happening => ({ what: 'redeem', right, wait, times: 8 });
    const begin = [{ what: 'grant' }, { what: 'grant' }, { what: 'wait' }, { what: 'wait' }] as const;
    const histories: readonly (readonly Happening[])[] = [
      [redeem(0, 0), redeem(0, 1), redeem(1, 0), { what: 'seat', which: 0 }, { what: 'settle' }],
      [
        redeem(0, 0),
        { what: 'leave', which: 0 },
        { what: 'settle' },
        redeem(0, 1),
        { what: 'seat', which: 1 },
      ],
      [
        redeem(0, 1),
        { what: 'seat', which: 1 },
        { what: 'leave', which: 1 },
        { what: 'settle' },
        redeem(1, 0),
      ],
      [{ what: 'take-back', which: 0 }, redeem(0, 0), redeem(1, 1), { what: 'take-back', which: 1 }],
    ];
    for (const some of histories) await playHistory(world(), [...begin, ...some]);
  });

  it(`L13: two rights and twenty requests put somebody before others of an event once, on ${engine}`, async () => {
    const deps = world();
    const personId = randomUUID() as PersonId;
    const principal: PersonPrincipal = { kind: 'person', personId, name: 'Sri', roles: [], agencyId: bkn };
    const admin: PersonPrincipal = {
      ...{ ...principal, personId: 'adi' as PersonId, roles: ['agency-admin'] },
    };
    const ids = { uuid: () => randomUUID(), token: () => '' };
    const request = { ground: 'loyalty', minutesNumber: 'BA-9', minutesOn: '2026-02-01' } as const;
    const rights = [
      await grantPriority({ ...deps, ids }, { principal: admin, personId, request }),
      await grantPriority({ ...deps, ids }, { principal: admin, personId, request }),
    ];
    const event = eventOf({ eventId: randomUUID() as never, capacity: 1 });
    const { eventId } = event;
    await deps.events.save(event);
    await deps.seats.step(undefined, seatAt({ eventId }));
    const wait = (name: string, since: string) =>
      deps.seats.step(
        undefined,
        seatAt({ eventId, personId: name as PersonId, state: 'waiting', since, place: since }),
      );
    await wait('ani', '2026-03-01T01:00:00.000Z');
    await wait(personId, '2026-03-01T02:00:00.000Z');
    const waiting = waitingListsOf(deps);
    const tries = Array.from({ length: 20 }, (_, n) =>
      redeemPriority(
        { ...deps, waiting },
        { principal, seatId: rights[n % 2]?.seatId as never, target: { kind: 'event', eventId } },
      ),
    );
    await Promise.allSettled(tries);
    const states = (await deps.priority.ofPerson(personId)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['granted', 'redeemed']);
    expect((await deps.seats.firstWaiting(eventId))?.personId).toBe(personId);
    expect(await deps.seats.counts(eventId)).toMatchObject({ taken: 1, waiting: 2 });
  });

  it(`L13: two rights and fifty requests put somebody before others of a cohort once, on ${engine}`, async () => {
    const deps = world();
    const personId = randomUUID() as PersonId;
    const principal: PersonPrincipal = { kind: 'person', personId, name: 'Sri', roles: [], agencyId: bkn };
    const admin: PersonPrincipal = {
      ...{ ...principal, personId: 'adi' as PersonId, roles: ['agency-admin'] },
    };
    const ids = { uuid: () => randomUUID(), token: () => '' };
    const request = { ground: 'loyalty', minutesNumber: 'BA-9', minutesOn: '2026-02-01' } as const;
    const rights = [
      await grantPriority({ ...deps, ids }, { principal: admin, personId, request }),
      await grantPriority({ ...deps, ids }, { principal: admin, personId, request }),
    ];
    const cohortId = randomUUID() as CohortId;
    await deps.cohorts.save(cohortOf({ cohortId, capacity: 1 }));
    const hall = idOfHall(cohortId);
    await deps.cohortSeats.step(undefined, seatAt({ eventId: hall }));
    const wait = (name: string, since: string) => {
      const place = `${since} ${name}`;
      const seat = { eventId: hall, personId: name as PersonId, state: 'waiting', since, place } as const;
      return deps.cohortSeats.step(undefined, seatAt(seat));
    };
    await wait('ani', '2026-03-01T01:00:00.000Z');
    await wait(personId, '2026-03-01T02:00:00.000Z');
    const waiting = waitingListsOf(deps);
    const target = { kind: 'cohort', cohortId } as const;
    const tries = Array.from({ length: 50 }, (_, n) =>
      redeemPriority({ ...deps, waiting }, { principal, seatId: rights[n % 2]?.seatId as never, target }),
    );
    await Promise.allSettled(tries);
    const rightsNow = await deps.priority.ofPerson(personId);
    expect(rightsNow.map(({ state }) => state).toSorted()).toEqual(['granted', 'redeemed']);
    expect(rightsNow.find(({ state }) => state === 'redeemed')?.target).toEqual(target);
    const first = async () => (await deps.cohortSeats.firstWaiting(hall))?.personId;
    expect(await first()).toBe(personId);
    expect(await deps.cohortSeats.counts(hall)).toMatchObject({ taken: 1, waiting: 2 });
    // Of whom it is required goes before rights, and back to their own place without the duty.
    const rank = (required: boolean) =>
      rankWaiting(
        { ...deps, seats: deps.cohortSeats, duties: { isRequired: async () => required } },
        { personId: 'ani' as PersonId },
      );
    expect([await rank(true), await first(), await rank(true)]).toEqual([1, 'ani', 0]);
    expect([await rank(false), await first()]).toEqual([1, personId]);
  });

  it(`L13: one right that is asked for two events at once raises one of them, on ${engine}`, async () => {
    for (let round = 0; round < 5; round += 1) {
      const deps = world();
      const personId = randomUUID() as PersonId;
      const principal: PersonPrincipal = { kind: 'person', personId, name: 'Sri', roles: [], agencyId: bkn };
      const admin: PersonPrincipal = {
        ...{ ...principal, personId: 'adi' as PersonId, roles: ['agency-admin'] },
      };
      const ids = { uuid: () => randomUUID(), token: () => '' };
      const request = { ground: 'loyalty', minutesNumber: 'BA-9', minutesOn: '2026-02-01' } as const;
      const { seatId } = await grantPriority({ ...deps, ids }, { principal: admin, personId, request });
      const eventIds = [randomUUID(), randomUUID()] as EventId[];
      for (const eventId of eventIds) {
        await deps.events.save(eventOf({ eventId, capacity: 1 }));
        await deps.seats.step(undefined, seatAt({ eventId }));
        const since = '2026-03-01T02:00:00.000Z';
        await deps.seats.step(
          undefined,
          seatAt({ eventId, personId, state: 'waiting', since, place: since }),
        );
      }
      const waiting = waitingListsOf(deps);
      const use = (eventId: EventId) =>
        redeemPriority({ ...deps, waiting }, { principal, seatId, target: { kind: 'event', eventId } });
      await Promise.allSettled([...eventIds, ...eventIds].map(use));
      const raised = await Promise.all(
        eventIds.map(async (eventId) => (await deps.seats.find(eventId, personId))?.raised === true),
      );
      const right = await deps.priority.find({ personId, seatId });
      const used = right?.target?.kind === 'event' ? right.target.eventId : undefined;
      expect(raised).toEqual(eventIds.map((eventId) => eventId === used));
      expect(right?.state).toBe('redeemed');
    }
  });
});
