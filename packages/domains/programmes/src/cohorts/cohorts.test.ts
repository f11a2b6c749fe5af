import type { AgencyId, PersonId } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { beginPath } from '../paths/take-path.ts';
import {
  cohortOf,
  cohortTerms,
  groupOf,
  learner,
  memberOf,
  memoryCohortStores,
  memoryPathStores,
  organiser,
  pathOf,
  pathTermsOf,
  someAgency,
} from '../testing/index.ts';
import type { Cohort, CohortId, CohortTerms } from './cohort.ts';
import {
  cancelCohort,
  changeCohort,
  closeCohort,
  makeCohort,
  openCohort,
  type SubjectOrder,
} from './desk.ts';
import { CohortIncomplete } from './errors.ts';
import { idOfHall } from './ports.ts';
import { listCohorts, listOwnCohorts, readCohort, standingIn } from './read-cohorts.ts';
import {
  applyToCohort,
  confirmCohortOffer,
  decideCohortRequest,
  leaveCohort,
  listCohortRequests,
  nominate,
  removeFromCohort,
} from './take-part.ts';

const [ani, budi, citra] = [learner('ani'), learner('budi'), learner('citra')];
const boss = learner('sari', { roles: ['learner', 'supervisor'] });
const outsider = learner('joko');
const cohortId = 'k-1' as CohortId;

async function world(over: Partial<Cohort> = {}) {
  const stores = { ...memoryCohortStores(), ...memoryPathStores() };
  const finished = new Map<string, string>();
  let now = '2026-11-20T00:00:00.000Z';
  let ms = 0;
  const deps = {
    ...{ ...stores, ids: countedIds() },
    steps: {
      find: async ({ of }: { readonly of: string }) => (of === 'tutup' ? undefined : { title: { id: of } }),
      progressOf: async (personId: PersonId, steps: readonly { readonly of: string }[]) =>
        steps.map(({ of }) => {
          const at = finished.get(`${personId} ${of}`);
          return at === undefined ? ({ state: 'none' } as const) : ({ state: 'done', at } as const);
        }),
    },
    people: {
      placeOf: async (personId: PersonId) =>
        personId === outsider.personId
          ? { agencyId: 'bps' as AgencyId, unitIds: [] }
          : { agencyId: someAgency, unitIds: ['u-1'], supervisorId: boss.personId },
      teamOf: async () => [ani.personId, budi.personId, citra.personId],
    },
    clock: {
      now: () => {
        ms += 1;
        return new Date(Date.parse(now) + ms);
      },
    },
  };
  await stores.cohorts.save(cohortOf(over));
  const stateOf = async ({ personId }: { readonly personId: PersonId }) =>
    (await stores.seats.find(idOfHall(cohortId), personId))?.state;
  return { deps, stateOf, finished, at: (moment: string) => (now = moment) };
}

const names = (...people: readonly { readonly personId: PersonId }[]) =>
  people.map(({ personId }) => personId);

describe('a cohort', () => {
  const make = async (terms: Partial<CohortTerms>, subject: SubjectOrder) => {
    const { deps } = await world();
    return makeCohort(deps, { principal: organiser, subject, terms: { ...cohortTerms, ...terms } });
  };
  const course: SubjectOrder = { kind: 'course', courseId: 'etika' };

  it('has days that fit together, steps that there are, and something open to learn', async () => {
    expect((await make({}, course)).subject).toEqual({ ...course, title: { id: 'etika' } });
    const wrong = await make(
      {
        ...{ endsOn: '2026-11-30', applyUntil: '2027-01-01', audience: 'units' },
        dueDays: [
          { stepId: 'course', on: '2027-05-01' },
          { stepId: 'lain', on: '2026-12-02' },
        ],
      },
      course,
    ).catch((error: unknown) => error);
    expect((wrong as CohortIncomplete).issues.map(({ path }) => path)).toEqual([
      ...['/endsOn', '/applyUntil', '/unitIds', '/dueDays/course', '/dueDays/lain'],
    ]);
    // Slips of the keyboard that are days all the same.
    const pathsOf = async (terms: Partial<CohortTerms>) =>
      make(terms, course).then(
        () => [],
        ({ issues }: CohortIncomplete) => issues.map(({ path }) => path),
      );
    expect(await pathsOf({ startsOn: '0026-12-01' })).toEqual(['/startsOn', '/endsOn']);
    expect(await pathsOf({ endsOn: '9999-12-31' })).toEqual(['/endsOn']);
    expect(await pathsOf({ startsOn: '9999-12-01', endsOn: '9999-12-31', dueDays: [] })).toEqual([
      '/startsOn',
    ]);
    expect((await make({ endsOn: '2031-11-30' }, course)).endsOn).toBe('2031-11-30');
    await expect(make({}, { kind: 'course', courseId: 'tutup' })).rejects.toThrow(CohortIncomplete);
    await expect(make({}, { kind: 'path', pathId: 'tidak-ada' })).rejects.toThrow(CohortIncomplete);
  });

  it('goes by the version of its path that was current when it was made, and puts people on it', async () => {
    const { deps } = await world();
    const terms = pathTermsOf([
      groupOf('a', 'all', [
        ['a1', 'etika'],
        ['a2', 'data'],
      ]),
    ]);
    const path = pathOf({ draft: terms });
    await deps.paths.save(path);
    const { pathId } = path;
    const version = { pathId, version: 1, terms, publishedBy: organiser.personId, publishedAt: 'x' };
    await deps.paths.publish({ ...path, state: 'published', current: terms, version: 1, rev: 1 }, version);
    const subject: SubjectOrder = { kind: 'path', pathId };
    const dueDays = [{ stepId: 'a2', on: '2026-12-20' }];
    const made = await makeCohort(deps, {
      principal: organiser,
      subject,
      terms: { ...cohortTerms, dueDays },
    });
    expect(made.subject).toEqual({ kind: 'path', pathId, version: 1 });
    const shorter = pathTermsOf([groupOf('a', 'all', [['a1', 'etika']])]);
    const second = { ...version, version: 2, terms: shorter };
    await deps.paths.publish({ ...path, state: 'published', current: shorter, version: 2, rev: 2 }, second);
    await openCohort(deps, { principal: organiser, cohortId: made.cohortId });
    expect((await readCohort(deps, { principal: ani, cohortId: made.cohortId })).standing.needed).toBe(2);
    await beginPath(deps, { pathId, personId: ani.personId, version: 1, agencyId: someAgency });
    await beginPath(deps, { pathId, personId: ani.personId, version: 2, agencyId: someAgency });
    expect(await deps.members.find(pathId, ani.personId)).toMatchObject({ version: 1, state: 'active' });
    await deps.members.save(undefined, memberOf({ personId: budi.personId, version: 2, state: 'left' }));
    await beginPath(deps, { pathId, personId: budi.personId, version: 1, agencyId: someAgency });
    expect(await deps.members.find(pathId, budi.personId)).toMatchObject({ version: 1, state: 'active' });
  });

  it('fills its seats, then a queue in order; a seat that is given back is offered to the first', async () => {
    const { deps, stateOf } = await world();
    for (const principal of [ani, budi, citra]) await applyToCohort(deps, { principal, cohortId });
    expect([await stateOf(ani), await stateOf(budi), await stateOf(citra)]).toEqual([
      ...['confirmed', 'confirmed', 'waiting'],
    ]);
    await expect(applyToCohort(deps, { principal: outsider, cohortId })).rejects.toThrow();
    expect((await listCohorts(deps, outsider)).length).toBe(0);
    expect((await listCohorts(deps, citra)).length).toBe(1);
    expect((await readCohort(deps, { principal: citra, cohortId })).ahead).toBe(0);
    await leaveCohort(deps, { principal: ani, cohortId });
    expect(await stateOf(citra)).toBe('offered');
    await confirmCohortOffer(deps, { principal: citra, cohortId });
    expect((await listOwnCohorts(deps, citra))[0]?.seat.state).toBe('confirmed');
    await removeFromCohort(deps, {
      principal: organiser,
      cohortId,
      personId: citra.personId,
      reason: 'Pindah tugas',
    });
    expect(await stateOf(citra)).toBe('removed');
  });

  it('asks the supervisor where it says so; naming somebody who asked is the answer', async () => {
    const { deps, stateOf } = await world({ admission: 'supervisor' });
    for (const principal of [ani, budi]) await applyToCohort(deps, { principal, cohortId });
    const asked = await listCohortRequests(deps, { principal: boss });
    expect(asked.map(({ seat }) => seat.personId)).toEqual(names(ani, budi));
    await decideCohortRequest(deps, {
      principal: boss,
      cohortId,
      personId: ani.personId,
      reason: 'Ada tugas lain',
    });
    expect(await nominate(deps, { principal: boss, cohortId, personIds: names(budi, citra) })).toEqual({
      ...{ seated: 2, waiting: 0, already: 0, refused: [] },
    });
    expect([await stateOf(ani), await stateOf(budi)]).toEqual(['declined', 'confirmed']);
    const again = await nominate(deps, { principal: boss, cohortId, personIds: names(budi, ani) });
    expect(again).toMatchObject({ seated: 0, waiting: 1, already: 1 });
  });

  it('takes people by name alone where it says so: of one’s team until the last day of applying, by the agency until it ends, and never oneself', async () => {
    const { deps, at } = await world({ admission: 'nomination', capacity: 9 });
    await expect(applyToCohort(deps, { principal: ani, cohortId })).rejects.toThrow(
      'Registration is not open',
    );
    const byAni = nominate(deps, { principal: ani, cohortId, personIds: names(budi) });
    expect((await byAni).refused).toEqual(names(budi));
    const mixed = nominate(deps, { principal: organiser, cohortId, personIds: names(ani, outsider) });
    expect(await mixed).toMatchObject({ seated: 1, refused: names(outsider) });
    const own = nominate(deps, { principal: organiser, cohortId, personIds: names(organiser) });
    await expect(own).rejects.toThrow('Somebody else');
    at('2026-12-06T00:00:00.000Z');
    const late = nominate(deps, { principal: boss, cohortId, personIds: names(budi) });
    await expect(late).rejects.toThrow('Registration is not open');
    const office = nominate(deps, { principal: organiser, cohortId, personIds: names(budi) });
    expect(await office).toMatchObject({ seated: 1 });
  });

  it('is closed or called off, and takes nobody after it', async () => {
    const { deps } = await world();
    await closeCohort(deps, { principal: organiser, cohortId });
    await closeCohort(deps, { principal: organiser, cohortId });
    await expect(applyToCohort(deps, { principal: ani, cohortId })).rejects.toThrow(
      'Registration is not open',
    );
    const change = { principal: organiser, cohortId, terms: cohortTerms, rev: 2 };
    await expect(changeCohort(deps, change)).rejects.toThrow('cannot be changed');
    const other = await world();
    await cancelCohort(other.deps, { principal: organiser, cohortId, reason: 'Anggaran dialihkan' });
    expect((await other.deps.cohorts.find(cohortId))?.cancelReason).toBe('Anggaran dialihkan');
    const foreign = learner('rudi', { roles: ['agency-admin'], agencyId: 'bps' as AgencyId });
    await expect(closeCohort(other.deps, { principal: foreign, cohortId })).rejects.toThrow('no such cohort');
  });

  it('tells its people of other days once they change, and gives more seats to those who wait', async () => {
    const { deps, stateOf } = await world({ capacity: 1 });
    for (const principal of [ani, budi]) await applyToCohort(deps, { principal, cohortId });
    const terms = { ...cohortTerms, capacity: 2 };
    await changeCohort(deps, { principal: organiser, cohortId, terms, rev: 1 });
    expect((await deps.cohorts.find(cohortId))?.movedAt).toBeUndefined();
    expect(await stateOf(budi)).toBe('offered');
    const smaller = changeCohort(deps, {
      principal: organiser,
      cohortId,
      terms: { ...terms, capacity: 1 },
      rev: 2,
    });
    await expect(smaller).rejects.toThrow('More people have a seat');
    const moved = { ...terms, endsOn: '2027-01-31' };
    await changeCohort(deps, { principal: organiser, cohortId, terms: moved, rev: 2 });
    expect((await deps.cohorts.find(cohortId))?.movedAt).toBeDefined();
    await expect(changeCohort(deps, { principal: organiser, cohortId, terms, rev: 2 })).rejects.toThrow(
      'changed',
    );
  });

  it('can be changed where days that stand already are too far, which no other days may be', async () => {
    const { deps } = await world({ startsOn: '2019-03-01' });
    const terms = { ...cohortTerms, startsOn: '2019-03-01', name: 'Nama lain' };
    const change = (rev: number, over: Partial<CohortTerms>) =>
      changeCohort(deps, { principal: organiser, cohortId, terms: { ...terms, ...over }, rev });
    await change(1, {});
    expect((await deps.cohorts.find(cohortId))?.name).toBe('Nama lain');
    for (const [over, paths] of [
      [{ startsOn: '2018-03-01' }, ['/startsOn', '/endsOn']],
      [{ endsOn: '2027-01-31' }, ['/endsOn']],
    ] as const)
      await expect(change(2, over)).rejects.toMatchObject({ issues: paths.map((path) => ({ path })) });
  });

  it('says what of somebody is late: what was due before today and is not finished', async () => {
    const { deps, finished } = await world();
    const { plan, cohort } = await readCohort(deps, { principal: ani, cohortId });
    const of = (today: string) => standingIn(deps, { personId: ani.personId, plan, cohort, today });
    expect((await of('2026-12-15')).late).toEqual([]);
    expect((await of('2026-12-16')).late).toEqual(['course']);
    finished.set('ani etika', '2026-12-20T00:00:00.000Z');
    expect(await of('2026-12-21')).toMatchObject({
      late: [],
      standing: { completedAt: '2026-12-20T00:00:00.000Z' },
    });
  });
});
