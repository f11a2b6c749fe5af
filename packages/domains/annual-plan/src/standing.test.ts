import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStanding } from './count-standing.ts';
import { readStanding } from './read-standing.ts';
import { groupsOf, isBehind, type RatedMember, type StandingGroup, standingRuleOn } from './standing.ts';
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
    // Four people; thirty of whom two are below; thirty who all are.
    for (const small of [
      some(4, 2, { unitId: 'c' }),
      some(30, 2, { unitId: 'c' }),
      some(30, 30, { unitId: 'c' }),
    ]) {
      expect(unitsIn(groupsOf([...large, ...small]))).toEqual([['a', 40, 10]]);
    }
    // Of whom nobody is below nothing is told of anybody.
    expect(unitsIn(groupsOf([...large, ...some(9, 0, { unitId: 'c' })])).map(([id]) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
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

  it('is counted once a day, of the newest year in which anybody was rated', async () => {
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
