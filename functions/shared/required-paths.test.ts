import { followCompletion } from '@sinau/credit';
import { course, creditWorld } from '@sinau/credit/testing';
import type { Enrolment } from '@sinau/enrolment';
import type { Jp, LocalDate, PersonId } from '@sinau/kernel';
import {
  changeCourse,
  changeObligation,
  followPerson,
  makeObligation,
  type ObligationRequest,
  refreshDuties,
  requiredPath,
  runSpread,
} from '@sinau/obligations';
import { bkn, budi, memberOf, obligationsWorld } from '@sinau/obligations/testing';
import {
  followStep,
  joinPath,
  leavePath,
  type Path,
  type PathId,
  type PathTerms,
  retirePath,
} from '@sinau/programmes';
import { groupOf, learner, memoryPathStores, pathOf, pathTermsOf } from '@sinau/programmes/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requirementsOf, shelfWithPaths, withPaths } from './required-paths.ts';
import { stepDirectoryOf } from './step-directory.ts';

const sri = 'sri' as PersonId;
const pathId = 'p-1' as PathId;
const subject = requiredPath(pathId);
const office = { ...budi, agencyId: bkn };
const ani = learner('sri', { agencyId: bkn });

/** `dasar`, then one of two. */
const terms = pathTermsOf([
  groupOf('awal', 'all', [['a1', 'dasar']]),
  groupOf('pilihan', 1, [
    ['p1', 'data', ['awal']],
    ['p2', 'lisan', ['awal']],
  ]),
]);

type Taken = Pick<Enrolment, 'courseId' | 'state'> & { readonly completedAt?: string };

async function world() {
  const w = obligationsWorld();
  const credit = creditWorld();
  const stores = memoryPathStores();
  const taken: Taken[] = [];
  const steps = stepDirectoryOf({
    courses: { find: async () => undefined },
    enrolments: {
      listCurrent: async (personId) => (personId === sri ? (taken as unknown as Enrolment[]) : []),
      listPast: async () => [],
    },
    events: { find: async () => undefined, findMany: async () => [] },
    seats: { ofPerson: async () => [] },
  });
  const people = { placeOf: async () => ({ agencyId: bkn, unitIds: [] }) };
  const paths = { ...stores, steps, people: people as never, clock: w.clock };
  const parts = { ...paths, credit: credit.credit, standings: credit.standings };
  const deps = {
    ...w.deps,
    desk: withPaths(w.deps.desk, parts),
    shelf: shelfWithPaths(w.deps.shelf, stores),
  };
  const publish = async (next: PathTerms, over: Partial<Path> = {}) => {
    const id = over.pathId ?? pathId;
    const before = await stores.paths.find(id);
    const owner = { kind: 'agency', agencyId: bkn } as const;
    const version = (before?.version ?? 0) + 1;
    const path = pathOf({
      ...before,
      owner,
      draft: next,
      current: next,
      state: 'published',
      version,
      ...over,
    });
    const publishedAt = w.clock.now().toISOString();
    const row = { pathId: id, version, terms: next, publishedBy: budi.personId, publishedAt };
    await stores.paths.publish({ ...path, rev: before?.rev ?? 0 }, row);
  };
  await publish(terms);
  const spread = async () => {
    for (let message = w.sent.shift(); message; message = w.sent.shift()) {
      await runSpread(deps, { ...message, deadlineMs: Number.POSITIVE_INFINITY });
    }
  };
  const request = (over: Partial<ObligationRequest> = {}): ObligationRequest => ({
    ...{ title: 'Wajib layanan', courseIds: [subject], audience: { unitIds: ['u1'] } },
    ...{ due: { kind: 'once', on: '2026-12-31' }, ...over },
  });
  w.people.set('sri', memberOf('sri'));
  return {
    ...{ w, deps, paths, credit, taken, publish, spread },
    make: async (over: Partial<ObligationRequest> = {}) => {
      const made = await makeObligation(deps, { principal: budi, request: request(over) });
      await spread();
      return made;
    },
    request,
    begin: (courseId: string) => taken.push({ courseId, state: 'active' }),
    complete: (courseId: string, completedAt = w.clock.now().toISOString()) => {
      const at = taken.findIndex((one) => one.courseId === courseId && one.state === 'active');
      if (at >= 0) taken.splice(at, 1);
      taken.push({ courseId, state: 'completed', completedAt });
    },
    fact: (of?: string) => refreshDuties(deps, { personId: sri, ...(of !== undefined && { courseId: of }) }),
    duties: () => w.store.dutiesOf(sri),
    states: async () =>
      (await w.store.dutiesOf(sri)).map(({ period, state, obstacle }) =>
        [period, state, ...(obstacle ? [obstacle] : [])].join(' '),
      ),
    member: () => stores.members.find(pathId, sri),
    to: (day: LocalDate) => w.clock.advance(Date.parse(`${day}T01:00:00.000Z`) - w.clock.now().getTime()),
  };
}

describe('an obligation that names a learning path', () => {
  it('puts each person of the audience on it once, and is enrolled, started, finished and recognised with its steps', async () => {
    const { make, states, member, begin, complete, fact, credit } = await world();
    const { obligationId } = await make();
    expect(await states()).toEqual(['once enrolled']);
    expect(await member()).toMatchObject({ state: 'active', version: 1, requiredBy: obligationId });
    begin('dasar');
    await fact('dasar');
    expect(await states()).toEqual(['once started']);
    complete('dasar');
    complete('lisan');
    await fact('lisan');
    expect(await states()).toEqual(['once finished']);
    for (const [n, courseId] of ['dasar', 'lisan'].entries()) {
      const registration = `r${n}`;
      const [from, completedAt] = [`2026-03-02T0${n + 3}:00:00.000Z`, `2026-03-02T0${n + 3}:20:00.000Z`];
      const moments = course.moments.map((one) => ({ ...one, at: from, storedAt: from }));
      credit.complete({ ...course, registration, courseId, title: { id: courseId }, moments, completedAt });
      await followCompletion(credit, registration);
      await fact();
      // The JP of one step do not finish a path of two.
      expect(await states()).toEqual([n === 0 ? 'once finished' : 'once recognised']);
    }
  });

  it('is recognised by JP that lie in the old year, where the last step was told after New Year', async () => {
    const { make, states, complete, fact, credit, to } = await world();
    await make();
    const told = { dasar: '2026-12-30T02:00:00.000Z', lisan: '2027-01-02T02:00:00.000Z' };
    to('2027-01-02');
    for (const [courseId, at] of Object.entries(told)) complete(courseId, at);
    await fact('lisan');
    expect(await states()).toEqual(['once finished']);
    const earn = (courseId: 'dasar' | 'lisan', entryId: string) =>
      credit.credit.append({
        ...{ kind: 'earned', entryId: entryId as never, personId: sri, form: 'KL03', abroad: false },
        ...{ at: told[courseId], recordedAt: told.lisan, title: { id: courseId }, sameAs: entryId },
        ...{ stated: 300 as Jp, parts: [{ date: '2026-12-30', amount: 300 }] },
        source: { kind: 'course', courseId, version: 1, registration: entryId },
      });
    await earn('dasar', 'r-dasar');
    await fact();
    expect(await states()).toEqual(['once finished']);
    await earn('lisan', 'r-lisan');
    await fact();
    expect(await states()).toEqual(['once recognised']);
  });

  it('is met at once by whoever has gone through the path, and leaves those alone who came by themselves', async () => {
    const { make, w, deps, paths, states, complete, member, spread } = await world();
    await joinPath(paths, { principal: ani, pathId });
    complete('dasar');
    const { obligationId } = await make();
    expect(await states()).toEqual(['once started']);
    expect((await member())?.requiredBy).toBeUndefined();
    complete('data');
    await refreshDuties(deps, { personId: sri, courseId: 'data' });
    expect(await states()).toEqual(['once finished']);
    w.people.set('tia', memberOf('tia'));
    await followPerson(deps, 'tia' as PersonId);
    await changeObligation(deps, { principal: budi, obligationId, step: 'end' });
    await spread();
    expect(await member()).toMatchObject({ state: 'active' });
  });

  it('ends with it for whoever has begun nothing, goes over to another obligation, and cannot be left meanwhile', async () => {
    const { make, w, deps, paths, member, duties } = await world();
    const first = await make();
    const second = await make({ title: 'Wajib semua', audience: {} });
    expect((await member())?.requiredBy).toBe(first.obligationId);
    const requirements = requirementsOf({ duties: w.store });
    const leave = () => leavePath({ ...paths, requirements }, { principal: ani, pathId });
    await expect(leave()).rejects.toThrow('requires this path');
    w.people.set('sri', memberOf('sri', { units: ['u2', 'top'] }));
    await followPerson(deps, sri);
    expect(await member()).toMatchObject({ state: 'active', requiredBy: second.obligationId });
    w.people.delete('sri');
    await followPerson(deps, sri);
    expect((await member())?.state).toBe('left');
    expect((await duties()).map(({ state }) => state)).toEqual(['released', 'released']);
    w.people.set('sri', memberOf('sri'));
    await joinPath(paths, { principal: ani, pathId });
    await leave();
  });

  it.each([
    ['came by themselves stays', { hasJoined: true, hasBegun: false, state: 'active' }],
    ['was put on it and has begun stays', { hasJoined: false, hasBegun: true, state: 'active' }],
    ['was put on it and has begun nothing goes', { hasJoined: false, hasBegun: false, state: 'left' }],
  ] as const)('ends: whoever %s', async (_, { hasJoined, hasBegun, state }) => {
    const { make, spread, deps, paths, begin, member, states } = await world();
    if (hasJoined) await joinPath(paths, { principal: ani, pathId });
    const { obligationId } = await make();
    if (hasBegun) begin('dasar');
    await changeObligation(deps, { principal: budi, obligationId, step: 'end' });
    await spread();
    expect([await states(), (await member())?.state]).toEqual([['once released'], state]);
  });

  it('comes again each year: what was finished before does not count, and the version of the first day holds', async () => {
    const { make, to, states, complete, fact, publish, deps, member, paths } = await world();
    await make({ due: { kind: 'yearly', by: '11-30' } });
    for (const courseId of ['dasar', 'data']) complete(courseId);
    await fact('data');
    expect(await states()).toEqual(['2026 finished']);
    await followStep(paths, { personId: sri, of: 'data' });
    expect((await member())?.state).toBe('completed');
    await publish(pathTermsOf([groupOf('awal', 'all', [['a1', 'dasar']])]));
    to('2027-01-02');
    await followPerson(deps, sri);
    await publish(terms);
    expect(await states()).toEqual(['2026 finished', '2027 enrolled']);
    complete('dasar');
    await fact('dasar');
    expect(await states()).toEqual(['2026 finished', '2027 finished']);
    expect((await member())?.version).toBe(1);
  });

  it('says so where its owner has closed it, and goes over to another path for whoever has not begun', async () => {
    const { make, w, deps, paths, publish, spread, states, begin, fact } = await world();
    const { obligationId } = await make();
    w.people.set('tia', memberOf('tia'));
    await retirePath(paths, { principal: office, pathId });
    await followPerson(deps, 'tia' as PersonId);
    const [late] = await w.store.dutiesOf('tia' as PersonId);
    expect(late).toMatchObject({ state: 'required', obstacle: 'course-closed' });
    expect(await states()).toEqual(['once enrolled']);
    begin('dasar');
    await fact('dasar');
    const other = requiredPath('p-2');
    const change = (to: string) =>
      changeCourse(deps, {
        ...{ principal: budi, obligationId },
        request: { courseId: subject, to, reason: 'Jalurnya ditutup' },
      });
    await expect(change('c1')).rejects.toThrow('cannot be changed');
    await expect(change(other)).rejects.toThrow('cannot be changed');
    await publish(terms, { pathId: 'p-2' as PathId });
    await change(other);
    await spread();
    // She has begun the old one, and finishes it first.
    expect(await states()).toEqual(['once started']);
    const now = await w.store.dutiesOf('tia' as PersonId);
    expect(now.map(({ courseId, state }) => [courseId, state])).toEqual([
      [subject, 'released'],
      [other, 'enrolled'],
    ]);
  });

  it('puts somebody on the path once when they begin it at the same moment', async () => {
    const { make, w, deps, paths, member, states } = await world();
    await make();
    w.people.delete('sri');
    await followPerson(deps, sri);
    w.people.set('sri', memberOf('sri'));
    await Promise.allSettled([
      followPerson(deps, sri),
      joinPath(paths, { principal: ani, pathId }),
      followPerson(deps, sri),
    ]);
    expect((await member())?.state).toBe('active');
    await followPerson(deps, sri);
    expect(await states()).toEqual(['once enrolled']);
  });

  it.each<[string, Partial<Path>, Partial<ObligationRequest>]>([
    ['of another agency', { owner: { kind: 'agency', agencyId: 'lan' as typeof bkn } }, {}],
    ['that is a draft', { state: 'draft' }, {}],
    ['that is closed', { state: 'retired' }, {}],
    [
      'with an event, each year',
      {
        current: {
          ...terms,
          groups: terms.groups.map((group) => ({
            ...group,
            steps: group.steps.map((step) => ({ ...step, kind: 'event' as const })),
          })),
        },
      },
      { due: { kind: 'yearly', by: '11-30' } },
    ],
  ])('is refused for a path %s', async (_, over, asked) => {
    const { make, publish } = await world();
    await publish(terms, over);
    const failed = await make(asked).catch((error: unknown) => error);
    expect(failed).toMatchObject({ issues: [{ path: '/pathId' }] });
    await publish(terms, { owner: { kind: 'agency', agencyId: bkn }, state: 'published', current: terms });
    await make(asked);
  });
});

/** What may happen, in any order and again. */
const steps = ['join', 'round', 'dasar', 'data', 'lisan', 'fact', 'path-fact', 'out', 'in'] as const;

it('rounds that are repeated and facts that are shuffled, late or told twice come to one duty and one place on the path', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), async (happened) => {
      const play = async (isFollowed: boolean) => {
        const { make, w, deps, paths, complete, taken, fact, spread, member } = await world();
        const { obligationId } = await make();
        const round = async () => {
          await changeObligation(deps, { principal: budi, obligationId, step: 'pause' });
          await changeObligation(deps, { principal: budi, obligationId, step: 'resume' });
          await spread();
        };
        for (const step of happened) {
          if (step === 'join') await joinPath(paths, { principal: ani, pathId });
          else if (step === 'out') w.people.set('sri', memberOf('sri', { units: ['u2', 'top'] }));
          else if (step === 'in') w.people.set('sri', memberOf('sri'));
          else if (step === 'fact' && isFollowed) await fact('data');
          else if (step === 'path-fact' && isFollowed) await fact(subject);
          else if (step === 'round' && isFollowed) await round();
          else if (step === 'dasar' || step === 'data' || step === 'lisan') {
            if (!taken.some((one) => one.courseId === step)) complete(step);
          }
        }
        // Whoever was out, and is back, owes the same as who was always there.
        w.people.set('sri', memberOf('sri'));
        await fact();
        await round();
        const duties = (await w.store.dutiesOf(sri)).filter(({ state }) => state !== 'released');
        return {
          duties: duties.map(({ courseId, state, period, dueOn }) => [courseId, state, period, dueOn]),
          isOn: ((await member())?.state ?? 'left') !== 'left',
        };
      };
      const [told, untold] = [await play(true), await play(false)];
      expect([told.duties.length, told.isOn]).toEqual([1, true]);
      expect(told).toEqual(untold);
    }),
    { numRuns: 60 },
  );
});
