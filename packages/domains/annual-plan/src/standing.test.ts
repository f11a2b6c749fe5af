import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStanding, countStandings } from './count-standing.ts';
import { readStanding } from './read-standing.ts';
import {
  groupsOf,
  isBehind,
  type RatedMember,
  type StandingGroup,
  standingRuleOn,
  toldAfter,
} from './standing.ts';
import { memoryStandingStore, planAdmin as rina } from './testing/index.ts';

const some = (
  count: number,
  below: number,
  over: Omit<RatedMember, 'isBelow'> = {},
): readonly RatedMember[] => Array.from({ length: count }, (_, n) => ({ ...over, isBelow: n < below }));
const unitsIn = (groups: readonly StandingGroup[]) =>
  groups.filter(({ by }) => by === 'unit').map(({ id, rated, below }) => [id, rated, below]);

describe('what may be told of performance', () => {
  it('is sums by unit and group of posts, and of the agency', () => {
    const groups = groupsOf([
      ...some(30, 6, { unitId: 'u1', post: 'pelaksana' }),
      ...some(20, 10, { unitId: 'u2', post: 'pengawas' }),
    ]);
    expect(groups).toEqual([
      { by: 'agency', id: 'all', rated: 50, below: 16 },
      { by: 'unit', id: 'u1', rated: 30, below: 6 },
      { by: 'unit', id: 'u2', rated: 20, below: 10 },
      { by: 'post', id: 'pelaksana', rated: 30, below: 6 },
      { by: 'post', id: 'pengawas', rated: 20, below: 10 },
    ]);
  });

  it('leaves out who are few, who are few of a kind, and everybody, with the next so that nobody works them out', () => {
    const large = [...some(40, 10, { unitId: 'a' }), ...some(30, 8, { unitId: 'b' })];
    // Four people; thirty of whom two are below; thirty who all are; nine of whom nobody is.
    for (const small of [
      some(9, 0, { unitId: 'c' }),
      some(4, 2, { unitId: 'c' }),
      some(30, 2, { unitId: 'c' }),
      some(30, 30, { unitId: 'c' }),
    ]) {
      expect(unitsIn(groupsOf([...large, ...small]))).toEqual([['a', 40, 10]]);
    }
    expect(groupsOf(some(30, 3, { unitId: 'a' }))).toEqual([]);
    expect(groupsOf([])).toEqual([]);
  });

  it('never tells, nor lets one work out by taking what is told from the sum, a group of one to four of a kind', () => {
    const member = fc.record({ unit: fc.integer({ min: 0, max: 5 }), isBelow: fc.boolean() });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 120 }), (given) => {
        const members = given.map(({ unit, isBelow }) => ({
          isBelow,
          ...(unit > 0 && { unitId: `u${unit}` }),
        }));
        const groups = groupsOf(members);
        const [all] = groups;
        if (!all) return;
        const units = groups.filter(({ by }) => by === 'unit');
        const left = (of: (group: StandingGroup) => number) =>
          of(all) - units.reduce((sum, group) => sum + of(group), 0);
        const kinds = [
          ({ rated }: StandingGroup) => rated,
          ({ below }: StandingGroup) => below,
          ({ rated, below }: StandingGroup) => rated - below,
        ];
        for (const of of kinds) {
          for (const size of [...units.map(of), left(of)]) expect(size === 0 || size >= 5).toBe(true);
        }
      }),
    );
  });

  it('tells numbers down to fives', () => {
    expect(toldAfter([...some(34, 9, { unitId: 'a' }), ...some(22, 10, { unitId: 'b' })]).groups).toEqual([
      { by: 'agency', id: 'all', rated: 55, below: 15 },
      { by: 'unit', id: 'a', rated: 30, below: 5 },
      { by: 'unit', id: 'b', rated: 20, below: 10 },
    ]);
  });

  it('changes nothing for one person who comes, goes, moves or is rated anew; something for five', () => {
    const member = fc.record({ unit: fc.integer({ min: 0, max: 3 }), isBelow: fc.boolean() });
    const change = fc.record({ at: fc.nat(), to: fc.option(member) });
    const memberOf = ({ unit, isBelow }: { readonly unit: number; readonly isBelow: boolean }) => ({
      ...{ isBelow, post: unit % 2 === 0 ? 'pelaksana' : 'pengawas' },
      ...(unit > 0 && { unitId: `u${unit}` }),
    });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 80 }), change, (given, { at, to }) => {
        const first = toldAfter(given.map(memberOf));
        const nexts = [given.slice(1), given.slice(0, -1)];
        if (to) nexts.push([...given, to]);
        if (to && given.length > 0) nexts.push(given.with(at % given.length, to));
        for (const next of nexts) {
          const { groups } = toldAfter(next.map(memberOf), first);
          expect(groups).toEqual(first.groups);
        }
        for (const { rated, below } of first.groups) {
          expect([rated % 5, below % 5]).toEqual([0, 0]);
          expect(below).toBeGreaterThan(0);
          expect(below).toBeLessThan(rated);
        }
      }),
    );
    const before = toldAfter(some(20, 10, { unitId: 'a' }));
    // One of those below goes: neither the sums nor that they are told changes; and so with the next three.
    let after = before;
    for (const count of [19, 18, 17, 16]) {
      after = toldAfter(some(count, count - 10, { unitId: 'a' }), after);
      expect(after).toEqual(before);
    }
    expect(toldAfter(some(15, 5, { unitId: 'a' }), after).groups[0]).toMatchObject({ rated: 15, below: 5 });
    expect(toldAfter(some(15, 4, { unitId: 'a' }), after).groups).toEqual([]);
    expect(toldAfter([], after)).toEqual({ groups: [], bases: [] });
  });

  it('is not told either once the tenth person makes it large enough, but with five more', () => {
    const before = toldAfter(some(9, 4, { unitId: 'a' }));
    expect(before.groups).toEqual([]);
    const tenth = toldAfter(some(10, 5, { unitId: 'a' }), before);
    expect(tenth).toEqual(before);
    expect(toldAfter(some(14, 5, { unitId: 'a' }), tenth).groups).toHaveLength(2);
  });

  it('is a signal by a rule of ours that says so', () => {
    const rule = standingRuleOn('2026-11-29');
    expect(rule).toMatchObject({ verified: false });
    expect(standingRuleOn('2025-12-31')).toBeUndefined();
    if (!rule) return;
    expect(isBehind(rule, { rated: 50, below: 5 })).toBe(true);
    expect(isBehind(rule, { rated: 51, below: 5 })).toBe(false);
    expect(isBehind(rule, { rated: 9, below: 4 })).toBe(false);
  });
});

describe('performance of an agency', () => {
  const agencyId = 'bkn' as AgencyId;
  const world = (byYear: Readonly<Record<number, readonly RatedMember[]>>) => {
    const clock = fixedClock('2026-11-29T02:00:00.000Z');
    const asked: number[] = [];
    const deps = {
      ...{ standings: memoryStandingStore(), clock },
      rated: {
        async *ratedOf(_: AgencyId, year: number) {
          asked.push(year);
          for (const member of byYear[year] ?? []) yield [member];
        },
      },
    };
    return { deps, clock, asked };
  };

  it('is counted once a day, of the newest year in which people were rated', async () => {
    const { deps, clock, asked } = world({ 2025: some(30, 6, { unitId: 'u1' }), 2024: some(30, 30) });
    expect(await countStanding(deps, agencyId)).toBe('counted');
    expect(await countStanding(deps, agencyId)).toBe('fresh');
    expect(asked).toEqual([2026, 2025]);
    const read = await readStanding(deps, { principal: rina });
    expect(read.standing).toMatchObject({ year: 2025, countedAt: '2026-11-29T02:00:00.000Z' });
    expect(read.behind).toHaveLength(2);
    clock.advance(24 * 3_600_000);
    expect(await countStanding(deps, agencyId)).toBe('counted');
  });

  it('follows a newer year with its fifth person, and never goes back', async () => {
    const years: Record<number, readonly RatedMember[]> = { 2025: some(30, 10) };
    const { deps, clock } = world(years);
    const yearAfter = async (rated: readonly RatedMember[]) => {
      years[2026] = rated;
      clock.advance(24 * 3_600_000);
      await countStanding(deps, agencyId);
      return (await deps.standings.find(agencyId))?.year;
    };
    expect(await yearAfter(some(4, 0))).toBe(2025);
    expect(await yearAfter(some(5, 0))).toBe(2026);
    expect(await yearAfter(some(1, 0))).toBe(2026);
  });

  it('has its turn among many agencies, one of which fails: longest ago first', async () => {
    const { deps, clock } = world({});
    const broken = 'a000' as AgencyId;
    const agencyIds = Array.from({ length: 700 }, (_, n) => `a${String(n).padStart(3, '0')}` as AgencyId);
    const seen: AgencyId[] = [];
    const rated = {
      async *ratedOf(of: AgencyId, year: number) {
        if (of === broken) throw new Error('a row cannot be read');
        if (year !== 2026) return;
        seen.push(of);
        clock.advance(1_000);
        yield some(30, 10);
      },
    };
    const run = () => countStandings({ ...deps, rated }, { agencyIds, mostMs: 10_000 });
    expect(await run()).toMatchObject({ counted: 10, failed: [{ agencyId: broken }] });
    for (let n = 0; n < 69; n += 1) await run();
    expect(seen).toEqual(agencyIds.slice(1));
    const idle = await run();
    expect([idle.counted, idle.failed.length]).toEqual([0, 1]);
    clock.advance(24 * 3_600_000);
    await run();
    expect(seen.slice(699)).toEqual(agencyIds.slice(1, 11));
  });

  it('says nothing of an agency where nobody was rated, nor to another one', async () => {
    const { deps } = world({});
    expect(await countStanding(deps, agencyId)).toBe('counted');
    expect((await readStanding(deps, { principal: rina })).standing?.groups).toEqual([]);
    const lan = { ...rina, agencyId: 'lan' as AgencyId };
    expect((await readStanding(deps, { principal: lan })).standing).toBeUndefined();
    const learner = { ...rina, roles: ['learner'] as const };
    await expect(readStanding(deps, { principal: learner })).rejects.toMatchObject({
      code: 'annual-plan.not-found',
    });
  });
});
