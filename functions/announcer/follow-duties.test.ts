import type { PeopleStore } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { makeObligation } from '@sinau/obligations';
import { budi, memberOf, obligationsWorld } from '@sinau/obligations/testing';
import { expect, it } from 'vitest';
import type { DutyParts } from '../shared/obligation-parts.ts';
import { type FollowDutiesDeps, followDuties } from './follow-duties.ts';
import type { Fact } from './follow-fact.ts';

const sri = 'sri' as PersonId;
const about = { enrolmentId: 'e1', personId: sri, courseId: 'c1', registration: 'r1' };

const nobody = {
  people: {
    find: async (personId: string) =>
      personId === 'kepala'
        ? { personId, status: 'active', roles: ['supervisor'] }
        : { personId, status: 'active', home: { kind: 'agency', agencyId: 'bkn' }, supervisorId: 'kepala' },
  } as unknown as PeopleStore,
  courses: { find: async () => undefined },
  ...{ notices: memoryNoticeStore(), mail: { send: async () => {} }, clock: fixedClock() },
  onMailFailure: () => {},
};

it('a duty opens with a completion that is taken back, with the letter of the week, and closes when it is given again', async () => {
  const world = obligationsWorld();
  world.people.set(sri, memberOf(sri));
  await makeObligation(world.deps, {
    principal: budi,
    request: { title: 'Antikorupsi', courseIds: ['c1'], audience: {}, due: { kind: 'yearly', by: '06-30' } },
  });
  world.courses.complete(sri, 'c1', true);
  await world.spread();
  const turns: string[] = [];
  const tellings = {
    ...world.deps.tellings,
    addDigest: async ({ personId }: { readonly personId: PersonId }) => void turns.push(personId),
  };
  const deps: FollowDutiesDeps = {
    ...nobody,
    enrolments: { findByRegistration: async () => undefined },
    duties: async () => ({ ...world.deps, tellings }) as unknown as DutyParts,
  };
  const occurredAt = world.clock.now().toISOString();
  const told = async (fact: Fact) => {
    await followDuties(deps, fact);
    await followDuties(deps, fact);
    return (await world.store.dutiesOf(sri)).map(({ state }) => state);
  };
  world.courses.judge(sri, 'c1', 'taken-back');
  const withdrawn = { ...about, eventId: 'completion-withdrawn:e1:1', occurredAt, saidAt: occurredAt };
  expect(await told({ ...withdrawn, type: 'completion-withdrawn' })).toEqual(['started']);
  // The supervisor is in nobody's audience here.
  expect(new Set(turns)).toEqual(new Set([sri]));
  world.people.set('kepala', memberOf('kepala'));
  await followDuties(deps, { ...withdrawn, type: 'completion-withdrawn' });
  expect(new Set(turns)).toEqual(new Set([sri, 'kepala']));
  world.courses.judge(sri, 'c1', 'given-again');
  const restored = { ...about, eventId: 'completion-restored:e1:2', occurredAt };
  expect(await told({ ...restored, type: 'completion-restored' })).toEqual(['recognised']);
});

it('a path that is owed is read again with each fact of its steps, also of an event, and with its own', async () => {
  const world = obligationsWorld();
  world.shelf.set('path:layanan', 'open');
  world.people.set(sri, memberOf(sri));
  await makeObligation(world.deps, {
    principal: budi,
    request: {
      ...{ title: 'Layanan', courseIds: ['path:layanan'], audience: {} },
      due: { kind: 'once', on: '2026-06-30' },
    },
  });
  await world.spread();
  const deps: FollowDutiesDeps = {
    ...nobody,
    enrolments: { findByRegistration: async () => undefined },
    duties: async () => world.deps as unknown as DutyParts,
  };
  const occurredAt = world.clock.now().toISOString();
  const facts: readonly Fact[] = [
    { ...about, type: 'enrolment-completed', eventId: 'a', occurredAt, courseVersion: 1 },
    { type: 'event-attendance-changed', eventId: 'b', occurredAt, event: 'e-1', personId: sri },
    { type: 'event-seat-changed', eventId: 'c', occurredAt, event: 'e-1', personId: sri, state: 'confirmed' },
    {
      type: 'path-member-changed',
      eventId: 'd',
      occurredAt,
      pathId: 'layanan',
      personId: sri,
      state: 'active',
    },
  ];
  const steps = [false, true];
  for (const fact of facts) {
    for (const hasBegun of steps) {
      world.courses.set(sri, 'path:layanan', { current: { state: 'active', hasBegun }, completions: [] });
      await followDuties(deps, fact);
      const [duty] = await world.store.dutiesOf(sri);
      expect([fact.type, duty?.state]).toEqual([fact.type, hasBegun ? 'started' : 'enrolled']);
    }
  }
});
