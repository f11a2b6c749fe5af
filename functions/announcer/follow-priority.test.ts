import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import type { EventId } from '@sinau/programmes';
import {
  cohortOf,
  eventOf,
  memoryCohortStores,
  memoryProgrammeStores,
  seatAt,
} from '@sinau/programmes/testing';
import { grantPriority, type WaitStanding } from '@sinau/recognition/priority';
import { memberOf, memoryMembers, memoryPriorityStore } from '@sinau/recognition/testing';
import { describe, expect, it } from 'vitest';
import type { Fact } from './follow-fact.ts';
import type { FollowPriorityDeps } from './follow-priority.ts';
import { followPriority } from './late-followers.ts';

const at = '2026-03-02T01:00:00.000Z';
const [bkn, sri] = ['bkn' as AgencyId, 'sri' as PersonId];

async function world(standing: WaitStanding) {
  const notices = memoryNoticeStore();
  const { events, seats } = memoryProgrammeStores();
  const { cohorts, seats: cohortSeats } = memoryCohortStores();
  await cohorts.save(cohortOf({ capacity: 1 }));
  await cohortSeats.step(undefined, seatAt({ eventId: 'k-1' as EventId, personId: 'x' as PersonId }));
  const eventId = 'e1' as EventId;
  await events.save(eventOf({ eventId, capacity: 1 }));
  await seats.step(undefined, seatAt({ eventId, personId: 'x' as PersonId }));
  const lines: object[] = [];
  const seen = new Set<string>();
  const clock = fixedClock(at);
  const desk = {
    ...{ priority: memoryPriorityStore(), members: memoryMembers([memberOf('sri')]), clock },
    ids: { uuid: () => 'k1', token: () => '' },
    waiting: { raise: async () => 'raised' as const, standingOf: async () => standing },
  };
  const person = {
    personId: 'sri',
    name: 'Sri',
    email: 'sri@contoh.example',
    locale: 'id',
    status: 'active',
  };
  const deps = {
    ...{ notices, clock, seats, cohortSeats, onMailFailure: () => {}, priority: async () => desk },
    mail: { send: async () => undefined },
    people: { find: async (id: string) => (id === 'sri' ? person : undefined) },
    audit: {
      log: { append: async (line: object) => void lines.push(line) },
      seen: {
        has: async (key: object) => seen.has(JSON.stringify(key)),
        note: async (key: object) => void seen.add(JSON.stringify(key)),
      },
    },
  } as unknown as FollowPriorityDeps;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: 'adi' as PersonId, name: 'Adi', roles: ['agency-admin'], agencyId: bkn },
  };
  const request = { ground: 'loyalty', minutesNumber: 'BA-1', minutesOn: '2026-02-01' } as const;
  const right = await grantPriority(desk, { principal, personId: sri, request });
  const inbox = async () =>
    (await notices.list({ personId: sri, limit: 10 })).map(({ kind, params }) => ({ kind, ...params }));
  const use = async () => {
    const target = { kind: 'event', eventId: 'e1' } as const;
    const after = { ...right, state: 'redeemed', target } as const;
    await desk.priority.step(right, after);
  };
  return { desk, deps, right, lines, inbox, use, seats, cohortSeats };
}
const moved = (over: object): Fact =>
  ({
    ...{ eventId: 'm1', type: 'priority-seat-moved', occurredAt: at, personId: sri, agencyId: bkn },
    ...{ seat: 'k1', to: 'granted', by: 'adi', rev: 1, ...over },
  }) as Fact;

describe('rights to priority follow facts', () => {
  it('are spent with the seat and there again without one', async () => {
    for (const [standing, state] of [
      ['seated', 'spent'],
      ['ended', 'granted'],
      ['waiting', 'redeemed'],
    ] as const) {
      const { desk, deps, right, use } = await world(standing);
      await use();
      const fact = {
        ...{ eventId: 's', type: 'event-seat-changed', occurredAt: at, event: 'e1', personId: sri },
        state: 'confirmed',
      } as Fact;
      for (const _ of [1, 2]) await followPriority(deps, fact);
      expect((await desk.priority.find(right))?.state).toBe(state);
    }
  });

  it.each(['cancelled', 'closed'] as const)(
    'are there again when an event is %s, of those who were put before others',
    async (change) => {
      const { desk, deps, right, use, seats } = await world('ended');
      await use();
      const seat = seatAt({
        eventId: 'e1' as never,
        personId: sri,
        state: 'waiting',
        place: '0 x',
        raised: true,
      });
      expect(await seats.step(undefined, seat)).toBe('done');
      const changed = { eventId: 'c', type: 'event-changed', occurredAt: at, event: 'e1' } as const;
      for (const other of ['published', 'moved', 'reopened'] as const)
        await followPriority(deps, { ...changed, change: other });
      expect((await desk.priority.find(right))?.state).toBe('redeemed');
      await followPriority(deps, { ...changed, change });
      expect((await desk.priority.find(right))?.state).toBe('granted');
    },
  );

  it('follow a seat of a cohort, and are there again when it is cancelled or closed, and not when it moves', async () => {
    for (const change of ['cancelled', 'closed'] as const) {
      const { desk, deps, right, use, cohortSeats } = await world('ended');
      await use();
      const waits = { eventId: 'k-1' as EventId, personId: sri, state: 'waiting', place: '0 x' } as const;
      expect(await cohortSeats.step(undefined, seatAt({ ...waits, raised: true }))).toBe('done');
      const changed = { eventId: 'c', type: 'cohort-changed', occurredAt: at, cohortId: 'k-1' } as const;
      await followPriority(deps, { ...changed, change: 'moved' });
      expect((await desk.priority.find(right))?.state).toBe('redeemed');
      await followPriority(deps, { ...changed, change });
      expect((await desk.priority.find(right))?.state).toBe('granted');
    }
    const { desk, deps, right, use } = await world('seated');
    await use();
    await followPriority(deps, {
      ...{ eventId: 's', type: 'cohort-seat-changed', occurredAt: at, cohortId: 'k-1', personId: sri },
      ...{ state: 'confirmed', before: 'offered' },
    });
    expect((await desk.priority.find(right))?.state).toBe('spent');
  });

  it('are told to their person and noted in the log that nobody can change, once', async () => {
    const { deps, inbox, lines } = await world('waiting');
    for (const _ of [1, 2]) await followPriority(deps, moved({}));
    expect(await inbox()).toMatchObject([
      { kind: 'priority-moved', moved: 'granted', validUntil: '2027-12-31' },
    ]);
    expect(lines).toMatchObject([{ what: 'priority-granted', thing: 'priority-seat:k1' }]);
    // It has gone on since.
    await followPriority(deps, moved({ eventId: 'm2', to: 'spent', rev: 9, by: undefined }));
    expect(await inbox()).toHaveLength(1);
    expect(lines).toHaveLength(1);
  });
});
