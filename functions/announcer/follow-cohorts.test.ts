import type { PersonId } from '@sinau/kernel';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { idOfHall, type PathId, type Seat } from '@sinau/programmes';
import {
  cohortOf,
  groupOf,
  memoryCohortStores,
  memoryPathStores,
  pathOf,
  pathTermsOf,
  seatAt,
  someAgency,
} from '@sinau/programmes/testing';
import { expect, it } from 'vitest';
import type { FollowCohortsDeps } from './follow-cohorts.ts';
import type { Fact } from './follow-fact.ts';
import { followCohorts } from './late-followers.ts';

const sri = 'sri' as PersonId;
const boss = 'wulan' as PersonId;
const cohort = cohortOf({ subject: { kind: 'path', pathId: 'p-1' as PathId, version: 1 } });
const { cohortId } = cohort;

async function world(of = cohort) {
  const { cohorts, seats } = memoryCohortStores();
  const paths = memoryPathStores();
  const notices = memoryNoticeStore();
  await cohorts.save(of);
  const terms = pathTermsOf([groupOf('a', 'all', [['a1', 'etika']])]);
  const path = pathOf({ draft: terms });
  await paths.paths.save(path);
  const version = { pathId: path.pathId, version: 1, terms, publishedBy: boss, publishedAt: 'x' };
  await paths.paths.publish({ ...path, state: 'published', current: terms, version: 1, rev: 1 }, version);
  const people = [
    { personId: sri, name: 'Sri', roles: ['learner'], supervisorId: boss },
    { personId: boss, name: 'Wulan', roles: ['supervisor'] },
  ].map((person) => ({
    ...{ ...person, status: 'active', home: { kind: 'agency', agencyId: someAgency } },
    email: `${person.personId}@contoh.example`,
  }));
  const deps = {
    ...{ ...paths, cohorts, cohortSeats: seats, notices, onMailFailure: () => {} },
    steps: { progressOf: async () => [{ state: 'none' }] },
    clock: { now: () => new Date('2026-11-20T00:00:00.000Z') },
    mail: { send: async () => undefined },
    people: { find: async (id: string) => people.find(({ personId }) => personId === id) },
  } as unknown as FollowCohortsDeps;
  const owed: object[] = [];
  const given: { enrolment?: object | undefined } = {};
  Object.assign(deps, {
    duties: async () => ({
      duties: { dutiesOf: async () => owed },
      enrolments: { findCurrent: async () => given.enrolment },
    }),
  });
  const told = async (personId: PersonId) =>
    (await notices.list({ personId, limit: 10 })).map(({ kind, params }) => ({ kind, params }));
  return { deps, seats, paths, told, owed, given };
}

const seatOf = (over: Partial<Seat>): Seat => seatAt({ eventId: idOfHall(cohortId), personId: sri, ...over });

const changed = (state: Seat['state'], before?: Seat['state']): Fact => ({
  ...{ eventId: `cohort-seat-changed:${state}`, type: 'cohort-seat-changed', occurredAt: 'x' },
  ...{ cohortId, personId: sri, state, ...(before && { before }) },
});

const title = cohort.name;

it('whoever is named is put on the path of the cohort, by its version, and told once', async () => {
  const { deps, seats, paths, told } = await world();
  await seats.step(undefined, seatOf({ by: boss }));
  for (const _ of [1, 2]) await followCohorts(deps, changed('confirmed'));
  expect(await paths.members.find('p-1' as PathId, sri)).toMatchObject({ version: 1, agencyId: someAgency });
  expect(await told(sri)).toEqual([{ kind: 'cohort-seat', params: { title, state: 'nominated' } }]);
});

it('nobody is told what they did themselves, and the supervisor of what they ask for', async () => {
  const { deps, seats, told } = await world();
  await seats.step(undefined, seatOf({ state: 'requested' }));
  await followCohorts(deps, changed('requested'));
  expect(await told(sri)).toEqual([]);
  expect(await told(boss)).toEqual([{ kind: 'cohort-requested', params: { title, learner: 'Sri' } }]);
  await seats.step(seatOf({ state: 'requested', rev: 1 }), seatOf({ by: boss, rev: 1 }));
  await followCohorts(deps, changed('confirmed', 'requested'));
  expect(await told(sri)).toEqual([{ kind: 'cohort-seat', params: { title, state: 'confirmed' } }]);
});

it('where there is no supervisor the administrators of the agency that holds the cohort are told, at its desk', async () => {
  const { deps, seats, told } = await world();
  const asking = [
    { personId: sri, name: 'Sri', roles: ['learner'] },
    { personId: 'rina', name: 'Rina', roles: ['agency-admin'] },
  ].map((person) => ({
    ...{ ...person, status: 'active', home: { kind: 'agency', agencyId: 'lain' } },
    email: `${person.personId}@contoh.example`,
  }));
  const listHolders = async ({ agencyId }: { readonly agencyId: string }) =>
    agencyId === cohort.agencyId ? ['rina'] : [];
  const find = async (id: string) => asking.find(({ personId }) => personId === id);
  await seats.step(undefined, seatOf({ state: 'requested' }));
  await followCohorts({ ...deps, people: { find, listHolders } as never }, changed('requested'));
  expect(await told('rina' as PersonId)).toEqual([
    { kind: 'cohort-requested', params: { title, learner: 'Sri' } },
  ]);
  expect(await told(boss)).toEqual([]);
});

it('a step that others have followed since tells nothing, and a seat that is free goes on', async () => {
  const { deps, seats, told } = await world();
  for (const name of ['a', 'b']) await seats.step(undefined, seatOf({ personId: name as PersonId }));
  await seats.step(undefined, seatOf({ state: 'waiting', place: '1' }));
  const left = await seats.find(idOfHall(cohortId), 'a' as PersonId);
  await seats.step(left, seatOf({ personId: 'a' as PersonId, state: 'withdrawn', rev: 1 }));
  await followCohorts(deps, changed('waiting'));
  expect((await seats.find(idOfHall(cohortId), sri))?.state).toBe('offered');
  expect(await told(sri)).toEqual([]);
  await followCohorts(deps, changed('offered', 'waiting'));
  expect(await told(sri)).toMatchObject([{ params: { title, state: 'offered' } }]);
});

it('everybody who is still in it is told that it moved, is closed or called off', async () => {
  const { deps, seats, told } = await world();
  await seats.step(undefined, seatOf({}));
  await seats.step(undefined, seatOf({ personId: boss, state: 'withdrawn' }));
  const fact: Fact = { eventId: 'c:2', type: 'cohort-changed', occurredAt: 'x', cohortId, change: 'moved' };
  for (const _ of [1, 2]) await followCohorts(deps, fact);
  expect(await told(sri)).toEqual([{ kind: 'cohort-changed', params: { title, change: 'moved' } }]);
  expect(await told(boss)).toEqual([]);
});

it('whoever has to learn what a cohort learns goes before others who wait, and back when it is over', async () => {
  const { deps, seats, owed } = await world();
  for (const name of ['a', 'b']) await seats.step(undefined, seatOf({ personId: name as PersonId }));
  const wait = (name: string, place: string) =>
    seats.step(undefined, seatOf({ personId: name as PersonId, state: 'waiting', place }));
  await wait('ani', '0 2026-11-01');
  await wait(sri, '2026-11-02');
  const first = async () => (await seats.firstWaiting(idOfHall(cohortId)))?.personId;
  const duty = (before: string | undefined, state: string): Fact => {
    owed.splice(0, 1, { courseId: 'path:p-1', state });
    const of = { personId: sri, courseId: 'path:p-1' };
    return {
      ...{ eventId: 'd', type: 'duty-changed', occurredAt: 'x', after: { ...of, state } },
      ...(before !== undefined && { before: { ...of, state: before } }),
    } as unknown as Fact;
  };
  expect(await first()).toBe('ani');
  for (const _ of [1, 2]) await followCohorts(deps, duty(undefined, 'required'));
  expect(await first()).toBe(sri);
  await followCohorts(deps, duty('required', 'released'));
  expect(await first()).toBe('ani');
});

it('whoever was given the course goes before others until it is finished or left, and again where it is not any more', async () => {
  const { deps, seats, given } = await world(
    cohortOf({ subject: { kind: 'course', courseId: 'etika', title: { id: 'Etika' } } }),
  );
  for (const name of ['a', 'b']) await seats.step(undefined, seatOf({ personId: name as PersonId }));
  const wait = (name: string, place: string) =>
    seats.step(undefined, seatOf({ personId: name as PersonId, state: 'waiting', place }));
  await wait('ani', '0 2026-11-01');
  await wait(sri, '2026-11-02');
  const firstAfter = async (type: Fact['type'], enrolment: object | undefined) => {
    given.enrolment = enrolment;
    const fact = { eventId: type, type, occurredAt: 'x', personId: sri, courseId: 'etika' };
    for (const _ of [1, 2]) await followCohorts(deps, fact as unknown as Fact);
    return (await seats.firstWaiting(idOfHall(cohortId)))?.personId;
  };
  const assignment = { as: 'supervisor', by: boss };
  const active = { state: 'active', assignment };
  const completed = { state: 'completed', assignment };
  expect(await firstAfter('enrolment-assigned', active)).toBe(sri);
  expect(await firstAfter('enrolment-completed', completed)).toBe('ani');
  expect(await firstAfter('completion-withdrawn', active)).toBe(sri);
  expect(await firstAfter('completion-restored', completed)).toBe('ani');
  expect(await firstAfter('enrolment-assigned', active)).toBe(sri);
  expect(await firstAfter('enrolment-ended', undefined)).toBe('ani');
  // Finished by somebody to whom nobody gave it: nobody moves.
  expect(await firstAfter('enrolment-completed', { state: 'completed' })).toBe('ani');
});
