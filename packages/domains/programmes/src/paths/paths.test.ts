import type { LanguageMap, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupOf,
  learner,
  memoryPathStores,
  orderOf,
  organiser,
  pathTermsOf,
  someAgency,
} from '../testing/index.ts';
import { changePath, makePath, publishPath, retirePath } from './desk.ts';
import { PathIncomplete, StepLocked } from './errors.ts';
import { findCycle, findFaults } from './find-faults.ts';
import { followStep } from './follow-member.ts';
import { moveMembers, movePage, previewMove } from './move-members.ts';
import type { PathOrder } from './path.ts';
import { listOwnPaths, listPaths, readPath } from './read-paths.ts';
import { nextStep, standingOf } from './standing.ts';
import { joinPath, leavePath, openStep, requireOpen } from './take-path.ts';

const ani = learner('ani');

/** Dasar, then two of three, then the end after the whole choice. */
const groups: PathOrder['groups'] = [
  groupOf('dasar', 'all', [
    ['d1', 'etika'],
    ['d2', 'layanan', ['d1']],
  ]),
  groupOf('pilihan', 2, [
    ['p1', 'data', ['dasar']],
    ['p2', 'lisan'],
    ['p3', 'tulis'],
  ]),
  groupOf('akhir', 'all', [['a1', 'proyek', ['pilihan']]]),
];

/** Nobody is required to go any path. */
const requirements = { isRequired: async () => false };

function world() {
  const stores = memoryPathStores();
  const finished = new Map<string, string>();
  const closed = new Set<string>();
  let ms = Date.parse('2026-11-10T00:00:00.000Z');
  const deps = {
    ...stores,
    steps: {
      find: async ({ of }: { readonly of: string }) =>
        closed.has(of) ? undefined : { title: { id: `Kursus ${of}` } },
      progressOf: async (personId: PersonId, steps: readonly { readonly of: string }[]) =>
        steps.map(({ of }) => {
          const at = finished.get(`${personId} ${of}`);
          return at === undefined ? ({ state: 'none' } as const) : ({ state: 'done', at } as const);
        }),
    },
    people: {
      placeOf: async (personId: PersonId) =>
        personId === ('luar' as PersonId)
          ? { agencyId: 'lain' as typeof someAgency, unitIds: [] }
          : { agencyId: someAgency, unitIds: [] },
    },
    clock: {
      now: () => {
        ms += 1000;
        return new Date(ms);
      },
    },
    ids: countedIds(),
  };
  const finish = async ({ personId }: PersonPrincipal, of: string, at: string) => {
    finished.set(`${personId} ${of}`, at);
    await followStep(deps, { personId, of });
  };
  const takeBack = async ({ personId }: PersonPrincipal, of: string) => {
    finished.delete(`${personId} ${of}`);
    await followStep(deps, { personId, of });
  };
  const published = async (order = orderOf(groups)) => {
    const { pathId } = await makePath(deps, { principal: organiser, order });
    await publishPath(deps, { principal: organiser, pathId });
    return pathId;
  };
  return { deps, finish, takeBack, published, closed };
}

describe('prerequisites', () => {
  it('name the circle that they go in', () => {
    const circle = [
      groupOf('g', 'all', [
        ['x', '1', ['z']],
        ['y', '2', ['x']],
        ['z', '3', ['y']],
      ]),
    ];
    expect(findCycle(circle)).toEqual(['x', 'z', 'y']);
    const fault = findFaults(orderOf(circle), 48).at(-1);
    expect(fault).toEqual({
      ...{ kind: 'cycle', ids: ['x', 'z', 'y'] },
      places: [0, 2, 1].map((step) => ({ group: 0, step })),
    });
    const [issue] = new PathIncomplete(fault ? [fault] : []).issues ?? [];
    expect(issue?.message).toContain('x → z → y → x');
  });

  it('of a step are not its own group, and nothing outside the path', () => {
    expect(findCycle([groupOf('g', 'all', [['x', '1', ['g']]])])).toEqual(['g', 'x']);
    const faults = findFaults(
      orderOf([
        groupOf('g', 3, [
          ['x', '1', ['hilang']],
          ['y', '1'],
        ]),
      ]),
      48,
    );
    expect(faults).toEqual([
      { kind: 'needs-too-many', group: 0 },
      { kind: 'unknown-prerequisite', group: 0, step: 0, id: 'hilang' },
      { kind: 'twice', group: 0, step: 1 },
    ]);
  });

  it('without a circle always leave something to begin with, whatever the path', () => {
    const wishes = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 });
    fc.assert(
      fc.property(wishes, (pairs) => {
        const steps = Array.from({ length: 8 }, (_, n) => {
          const after = pairs.filter(([from]) => from === n).map(([, to]) => `s${to}`);
          return [`s${n}`, `c${n}`, after] as const;
        });
        const path = [groupOf('g', 'all', steps)];
        const done: { readonly stepId: string; readonly at: string }[] = [];
        const isOpen = () => nextStep(standingOf(pathTermsOf(path), done));
        for (let next = isOpen(); next; next = isOpen()) {
          done.push({ stepId: next.step.stepId, at: `2026-11-01T00:00:0${done.length}.000Z` });
        }
        expect(done.length === 8).toBe(findCycle(path) === undefined);
      }),
      { numRuns: 300 },
    );
  });
});

describe('progress', () => {
  it('counts what is needed: a choice is full with as many as it asks for, and further ones move no moment', () => {
    const at = (day: number) => `2026-11-0${day}T00:00:00.000Z`;
    const done = [
      { stepId: 'd1', at: at(1) },
      { stepId: 'd2', at: at(2) },
      { stepId: 'p2', at: at(3) },
    ];
    const some = standingOf(pathTermsOf(groups), done);
    expect([some.done, some.needed, some.completedAt]).toEqual([3, 5, undefined]);
    expect(nextStep(some)?.step.stepId).toBe('p1');
    const all = [
      ...done,
      { stepId: 'p3', at: at(4) },
      { stepId: 'a1', at: at(5) },
      { stepId: 'p1', at: at(9) },
    ];
    const whole = standingOf(pathTermsOf(groups), all);
    expect([whole.done, whole.needed, whole.completedAt]).toEqual([5, 5, at(5)]);
    expect(nextStep(whole)).toBeUndefined();
  });

  it('is the same in whatever order it comes to be known', async () => {
    const moments: Readonly<Record<string, string>> = {
      etika: '2026-11-01T00:00:00.000Z',
      layanan: '2026-11-02T00:00:00.000Z',
      lisan: '2026-11-03T00:00:00.000Z',
      tulis: '2026-11-04T00:00:00.000Z',
      proyek: '2026-11-05T00:00:00.000Z',
    };
    const order = fc.shuffledSubarray(Object.keys(moments), { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(order, fc.nat(4), async (courses, again) => {
        const { deps, finish, takeBack, published } = world();
        const pathId = await published();
        await joinPath(deps, { principal: ani, pathId });
        for (const of of courses) await finish(ani, of, moments[of] ?? '');
        const twice = courses[again] ?? 'etika';
        await takeBack(ani, twice);
        expect((await deps.members.find(pathId, ani.personId))?.state).toBe('active');
        await finish(ani, twice, moments[twice] ?? '');
        const member = await deps.members.find(pathId, ani.personId);
        expect([member?.state, member?.completedAt]).toEqual(['completed', moments.proyek]);
        expect(await deps.members.counts(pathId)).toEqual({ active: 0, completed: 1 });
      }),
      { numRuns: 30 },
    );
  });
});

describe('a path', () => {
  it('says of a locked step what has to be finished first, and opens it then', async () => {
    const { deps, finish, published } = world();
    const pathId = await published();
    const at = { principal: ani, pathId };
    await expect(openStep(deps, { ...at, stepId: 'd1' })).rejects.toThrow('no such learning path');
    await joinPath(deps, at);
    expect((await openStep(deps, { ...at, stepId: 'd1' })).of).toBe('etika');
    const refused = await openStep(deps, { ...at, stepId: 'p1' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StepLocked);
    expect((refused as StepLocked).missing).toEqual([{ id: 'Bagian dasar' } satisfies LanguageMap]);
    await finish(ani, 'etika', '2026-11-11T00:00:00.000Z');
    await finish(ani, 'layanan', '2026-11-12T00:00:00.000Z');
    expect((await openStep(deps, { ...at, stepId: 'p1' })).of).toBe('data');
  });

  it('keeps its courses closed in the catalogue to whoever is on it, if it says so, and to nobody else', async () => {
    const { deps, finish, published } = world();
    const pathId = await published();
    const course = { personId: ani.personId, of: 'layanan' };
    await requireOpen(deps, course);
    await joinPath(deps, { principal: ani, pathId });
    await expect(requireOpen(deps, course)).rejects.toThrow('Finish first: Kursus etika.');
    await requireOpen(deps, { ...course, of: 'etika' });
    await finish(ani, 'etika', '2026-11-11T00:00:00.000Z');
    await requireOpen(deps, course);
    const lax = await published(
      orderOf(
        [
          groupOf('g', 'all', [
            ['x', 'lain'],
            ['y', 'bebas', ['x']],
          ]),
        ],
        { strict: false },
      ),
    );
    await joinPath(deps, { principal: ani, pathId: lax });
    await requireOpen(deps, { ...course, of: 'bebas' });
    await leavePath({ ...deps, requirements }, { principal: ani, pathId });
    await requireOpen(deps, { ...course, of: 'proyek' });
  });

  it('is begun by whom it is for alone, with what was finished before, and not once it is retired', async () => {
    const { deps, finish, published } = world();
    await finish(ani, 'etika', '2025-01-01T00:00:00.000Z');
    const pathId = await published();
    const guest = learner('luar');
    expect(await listPaths(deps, guest)).toEqual([]);
    expect((await listPaths(deps, ani)).map((path) => path.pathId)).toEqual([pathId]);
    await expect(joinPath(deps, { principal: guest, pathId })).rejects.toThrow('no such');
    await expect(readPath(deps, { principal: guest, pathId })).rejects.toThrow('no such');
    const member = await joinPath(deps, { principal: ani, pathId });
    expect(member.done).toEqual([{ stepId: 'd1', at: '2025-01-01T00:00:00.000Z' }]);
    expect(await joinPath(deps, { principal: ani, pathId })).toEqual(member);
    await retirePath(deps, { principal: organiser, pathId });
    await expect(joinPath(deps, { principal: learner('budi'), pathId })).rejects.toThrow('cannot be changed');
    expect((await readPath(deps, { principal: ani, pathId })).standing.done).toBe(1);
    expect((await listOwnPaths(deps, ani)).length).toBe(1);
  });

  it('keeps whoever is on it on their version until they are moved, after a look', async () => {
    const { deps, finish, published } = world();
    const pathId = await published(
      orderOf([
        groupOf('g', 'all', [
          ['x', 'satu'],
          ['y', 'dua'],
        ]),
      ]),
    );
    const [budi, citra] = [learner('budi'), learner('citra')];
    for (const principal of [ani, budi, citra]) await joinPath(deps, { principal, pathId });
    await finish(ani, 'satu', '2026-11-11T00:00:00.000Z');
    await finish(citra, 'satu', '2026-11-11T00:00:00.000Z');
    await finish(citra, 'dua', '2026-11-12T00:00:00.000Z');
    const read = await deps.paths.find(pathId);
    const desk = { principal: organiser, pathId };
    await changePath(deps, {
      ...desk,
      order: orderOf([groupOf('g', 'all', [['x', 'satu']])]),
      rev: read?.rev ?? 0,
    });
    expect((await readPath(deps, { principal: learner('dewi'), pathId })).standing.needed).toBe(2);
    await publishPath(deps, desk);
    await publishPath(deps, desk);
    expect((await deps.paths.find(pathId))?.version).toBe(2);
    expect((await readPath(deps, { principal: learner('dewi'), pathId })).standing.needed).toBe(1);
    expect((await readPath(deps, { principal: ani, pathId })).standing.needed).toBe(2);
    expect(await previewMove(deps, desk)).toEqual({
      ...{ version: 2, people: 2, finish: 1, fewer: 1, more: 0, isComplete: true },
    });
    await expect(moveMembers(deps, { ...desk, version: 1 })).rejects.toThrow('cannot be changed');
    await moveMembers(deps, { ...desk, version: 2 });
    const { moved } = await movePage(deps, { pathId });
    expect(moved.map(({ personId, state }) => [personId, state])).toEqual([
      ['ani', 'completed'],
      ['budi', 'active'],
    ]);
    expect((await movePage(deps, { pathId })).moved).toEqual([]);
    expect((await deps.members.find(pathId, citra.personId))?.version).toBe(1);
    expect(await deps.members.counts(pathId)).toEqual({ active: 1, completed: 2 });
  });

  it('is not published with a course that is not open, and not changed by others', async () => {
    const { deps, closed } = world();
    const { pathId } = await makePath(deps, { principal: organiser, order: orderOf(groups) });
    closed.add('tulis');
    await expect(publishPath(deps, { principal: organiser, pathId })).rejects.toThrow('not complete');
    const refused = await makePath(deps, { principal: organiser, order: orderOf(groups) }).catch(
      (error: unknown) => error,
    );
    expect((refused as PathIncomplete).faults).toEqual([{ kind: 'not-open', group: 1, step: 2 }]);
    const author = learner('dosen', { roles: ['provider-author'], providerId: 'univ' as never });
    await expect(publishPath(deps, { principal: author, pathId })).rejects.toThrow('no such');
    await expect(makePath(deps, { principal: author, order: orderOf(groups) })).rejects.toThrow(
      'not complete',
    );
    await expect(makePath(deps, { principal: ani, order: orderOf(groups) })).rejects.toThrow('no such');
  });
});
