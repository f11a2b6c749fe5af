import type { PersonId } from '@sinau/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assess,
  type CompetencyId,
  type HeldLevel,
  type Level,
  listConcerned,
  readMap,
  recommendForUnit,
  recountPerson,
  type StandardRequest,
  setStandard,
  walkAgencies,
} from './index.ts';
import { agus, badan, competencyWorld, memberOf } from './testing/competency-world.ts';

const m1 = 'M1' as CompetencyId;
const post = { title: 'Analis', family: 'pelaksana' };
const request = (level: Level, over: Partial<StandardRequest> = {}): StandardRequest => ({
  ...{ post: { title: 'Analis' }, from: '2026-01-01', criticality: 2, verified: false },
  ...{ requirements: [{ competencyId: m1, level }], ...over },
});

/** Units below one another, with so many people in each; every one of them held to level 3, and assessed at 1. */
async function worldOf(sizes: Readonly<Record<string, number>>) {
  const world = competencyWorld();
  world.people.clear();
  world.units.add(
    { unitId: 'biro', name: 'Biro' },
    { unitId: 'a', name: 'Bagian A', parentId: 'biro' },
    { unitId: 'b', name: 'Bagian B', parentId: 'biro' },
    { unitId: 'c', name: 'Bagian C', parentId: 'biro' },
  );
  await setStandard(world, { agencyId: badan, request: request(3) });
  for (const [unitId, size] of Object.entries(sizes)) {
    for (let n = 0; n < size; n += 1) await join(world, `${unitId}${n}`, { unitId, level: 1 });
  }
  return world;
}

async function join(
  world: ReturnType<typeof competencyWorld>,
  name: string,
  { unitId, level }: { readonly unitId: string; readonly level?: HeldLevel },
): Promise<void> {
  world.people.set(name, memberOf(name, { post, ...(unitId && { unitId }) }));
  const personId = name as PersonId;
  if (level !== undefined) {
    const found = { competencyId: m1, method: 'competency-test', level, assessedOn: '2026-03-01' } as const;
    await assess(world, { principal: agus, personId, request: found });
  }
  await recountPerson(world, personId);
}

const cellsOf = async (world: ReturnType<typeof competencyWorld>, unitId?: string) => {
  const map = await readMap(world, { agencyId: badan, ...(unitId !== undefined && { unitId }) });
  return { map, cells: map.parts.map((part) => [part.unitId, part.cells.get('M1')] as const) };
};

describe('the heat map', () => {
  it('sums units with those below them, and every number has a list of exactly so many people', async () => {
    const world = await worldOf({ biro: 5, a: 6, b: 7 });
    await join(world, 'x1', { unitId: 'a' });
    await join(world, 'x2', { unitId: 'a', level: 3 });
    const { map, cells } = await cellsOf(world);
    expect(map.total.cells.get('M1')).toEqual({
      ...{ asked: 20, assessed: 19, short: 18, points: 36, weight: 72, hidden: false },
    });
    expect(cells.map(([unitId]) => unitId)).toEqual(['biro']);
    const inner = await cellsOf(world, 'biro');
    expect(inner.cells.map(([unitId, cell]) => [unitId, cell?.short])).toEqual([
      ['', 5],
      ['a', 6],
      ['b', 7],
      ['c', undefined],
    ]);
    const list = (standing: 'short' | 'met' | 'not-assessed', unitId?: string, own = false) =>
      listConcerned(world, {
        ...{ agencyId: badan, own, competencyId: 'M1', standing, limit: 100 },
        ...(unitId !== undefined && { unitId }),
      });
    expect((await list('short')).rows).toHaveLength(18);
    expect((await list('short', 'biro', true)).rows).toHaveLength(5);
    expect((await list('short', 'a')).rows.map(({ gap }) => gap)).toEqual([2, 2, 2, 2, 2, 2]);
    expect((await list('met', 'a')).rows.map(({ record }) => record.name)).toEqual(['x2']);
    expect((await list('not-assessed', 'a')).rows.map(({ record }) => record.name)).toEqual(['x1']);
  });

  it('goes on with a list where the page before ended', async () => {
    const world = await worldOf({ a: 3, b: 4 });
    const asked = { agencyId: badan, own: false, competencyId: 'M1', standing: 'short', limit: 1 } as const;
    const first = await listConcerned(world, asked);
    const rest = first.next && (await listConcerned(world, { ...asked, limit: 50, place: first.next }));
    const names = [...first.rows, ...(rest?.rows ?? [])].map(({ record }) => record.name);
    expect(names).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2', 'b3']);
  });

  it('P3: hides groups of less than five assessed people, and what one would get at them by', async () => {
    const world = await worldOf({ a: 4, b: 9, c: 20 });
    const { cells, map } = await cellsOf(world, 'biro');
    const hidden = cells.flatMap(([unitId, cell]) => (cell?.hidden ? [unitId] : []));
    expect(hidden).toEqual(['a', 'b']);
    expect(map.total.cells.get('M1')?.hidden).toBe(false);
    // What is below a hidden unit is hidden as well.
    expect((await cellsOf(world, 'a')).map.total.cells.get('M1')?.hidden).toBe(true);
    const recommended = recommendForUnit(
      (await cellsOf(world, 'a')).map.total,
      [
        {
          courseId: 'c',
          providerId: 'p' as never,
          teaches: [{ competencyId: m1, level: 3 }],
          updatedAt: '',
          rev: 1,
        },
      ],
      new Map([['c', { courseId: 'c', price: 0 }]]),
    );
    expect(recommended).toEqual([]);
  });

  it('recommends what closes most, with what the priority is made of', async () => {
    const world = await worldOf({ a: 10 });
    const { total } = (await cellsOf(world)).map;
    const course = { courseId: 'c', providerId: 'p' as never, updatedAt: '', rev: 1 };
    const found = recommendForUnit(
      total,
      [{ ...course, teaches: [{ competencyId: m1, level: 3 }] }],
      new Map([['c', { courseId: 'c', price: 100_000 }]]),
    );
    expect(found).toEqual([
      {
        ...{ courseId: 'c', competencyId: 'M1', level: 3, priority: 20 },
        because: { points: 20, people: 10, criticality: 2, price: 100_000 },
      },
    ]);
  });

  it('follows a standard by a walk, and counts nobody where none is set', async () => {
    const world = competencyWorld();
    world.units.add({ unitId: 'u1', name: 'Bagian Keuangan' });
    await recountPerson(world, 'sri' as PersonId);
    expect((await readMap(world, { agencyId: badan })).total.people).toBe(0);
    await setStandard(world, { agencyId: badan, request: request(3) });
    world.clock.advance(1_000);
    expect(await walkAgencies(world, { most: 100 })).toBe(3);
    expect(await walkAgencies(world, { most: 100 })).toBe(0);
    expect((await readMap(world, { agencyId: badan })).total.people).toBe(3);
    await setStandard(world, { agencyId: badan, request: request(5, { post: { group: 'pelaksana' } }) });
    world.clock.advance(1_000);
    expect(await walkAgencies(world, { most: 100 })).toBe(3);
    // Once a day, since editions begin and assessments end by the calendar.
    world.clock.advance(86_400_000);
    expect(await walkAgencies(world, { most: 2 })).toBeGreaterThan(0);
  });

  it('goes on with the next agency when one fails, and says so', async () => {
    const world = await worldOf({ a: 3 });
    world.clock.advance(1_000);
    const broken = 'aaa' as typeof badan;
    const agencies = async () => [
      { agencyId: broken, changedAt: '2026-01-01T00:00:00.000Z' },
      { agencyId: badan, changedAt: '2026-01-01T00:00:00.000Z' },
    ];
    const walked: string[] = [];
    const deps = {
      ...world,
      standards: { standards: (agencyId: typeof badan) => world.standards.standards(agencyId), agencies },
      counts: {
        counted: world.counts.counted,
        replace: world.counts.replace,
        saveWalk: world.counts.saveWalk,
        findWalk: async (agencyId: typeof badan) => {
          walked.push(agencyId);
          if (agencyId === broken) throw new Error('a row cannot be read');
          return world.counts.findWalk(agencyId);
        },
      },
    };
    await expect(walkAgencies(deps, { most: 100 })).rejects.toThrow('cannot be counted');
    expect(walked).toEqual([broken, badan]);
    expect(await walkAgencies(world, { most: 100 })).toBe(0);
  });

  it('counts the same whatever happens in whatever order, and from nothing', async () => {
    const step = fc.record({
      who: fc.constantFrom('p1', 'p2', 'p3'),
      unit: fc.constantFrom('', 'u1', 'u2'),
      level: fc.option(fc.integer({ min: 0, max: 5 }) as fc.Arbitrary<HeldLevel>),
      gone: fc.boolean(),
      required: fc.option(fc.constantFrom<Level>(1, 3, 5)),
      counted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
        const world = competencyWorld();
        world.people.clear();
        await setStandard(world, { agencyId: badan, request: request(2) });
        for (const { who, unit, level, gone, required, counted } of steps) {
          const personId = who as PersonId;
          if (required !== null) await setStandard(world, { agencyId: badan, request: request(required) });
          if (gone) world.people.delete(who);
          else world.people.set(who, memberOf(who, { post, ...(unit && { unitId: unit }) }));
          if (!gone && level !== null) {
            const found = {
              competencyId: m1,
              method: 'competency-test',
              level,
              assessedOn: '2026-03-01',
            } as const;
            await assess(world, { principal: agus, personId, request: found });
          }
          if (counted) await recountPerson(world, personId);
        }
        for (const who of ['p1', 'p2', 'p3']) await recountPerson(world, who as PersonId);
        const kept = await world.counts.counts(badan);
        const fresh = competencyWorld();
        for (const who of ['p1', 'p2', 'p3']) {
          const deps = { ...world, counts: fresh.counts };
          await recountPerson(deps, who as PersonId);
        }
        const whole = (counts: typeof kept) =>
          [...counts].filter(([, by]) => Object.keys(by).length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(whole(kept)).toEqual(whole(await fresh.counts.counts(badan)));
      }),
      { numRuns: 60 },
    );
  });
});
