import { type AgencyId, localDateOf, yearOf } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStanding, countStandings } from './count-standing.ts';
import { readStanding } from './read-standing.ts';
import {
  groupsOf,
  isAtRest,
  isBehind,
  type RatedMember,
  type StandingGroup,
  standingRuleOn,
  toldOf,
} from './standing.ts';
import { memoryStandingStore, planAdmin as rina } from './testing/index.ts';

const some = (
  count: number,
  below: number,
  over: Omit<RatedMember, 'isBelow'> = {},
): readonly RatedMember[] => Array.from({ length: count }, (_, n) => ({ ...over, isBelow: n < below }));
const unitsIn = (groups: readonly StandingGroup[]) =>
  groups.filter(({ by }) => by === 'unit').map(({ id, rated, below }) => [id, rated, below]);
const postsIn = (groups: readonly StandingGroup[]) =>
  groups.filter(({ by }) => by === 'post').map(({ id }) => id);

/** Units and posts that lie across each other, or nearly the same. */
const agencyOf = (maxLength: number) =>
  fc
    .array(fc.record({ unit: fc.nat(4), post: fc.nat(3), isApart: fc.nat(9), isBelow: fc.boolean() }), {
      ...{ minLength: 1, maxLength },
    })
    .map((given) =>
      given.map(({ unit, post, isApart, isBelow }): RatedMember => {
        const at = isApart === 0 ? post : unit % 3;
        return { isBelow, ...(unit > 0 && { unitId: `u${unit}` }), ...(at > 0 && { post: `p${at}` }) };
      }),
    );

/** The finest part that what is told leaves of somebody's agency. */
const partOf = (groups: readonly StandingGroup[]) => {
  const told = new Set(groups.map(({ by, id }) => `${by} ${id}`));
  return ({ unitId, post }: RatedMember) =>
    [`unit ${unitId}`, `post ${post}`].map((name) => (told.has(name) ? name : '')).join(' ');
};

const flipped = (members: readonly RatedMember[], which: readonly number[]): readonly RatedMember[] =>
  members.map((member, n) => (which.includes(n) ? { ...member, isBelow: !member.isBelow } : member));

/**
 * Whether the same is told of an agency in which somebody was rated otherwise, while three people stay as they are: those three whose change
 * would have hidden it most easily.
 */
function couldBeOtherwise(members: readonly RatedMember[], target: number): boolean {
  const told = JSON.stringify(toldOf(members));
  const isSame = (which: readonly number[]) => JSON.stringify(toldOf(flipped(members, which))) === told;
  if (isSame([target])) return true;
  const others = [...members.keys()].filter((one) => one !== target);
  const unlike = others.filter((one) => members[one]?.isBelow !== members[target]?.isBelow);
  const known = unlike.filter((one) => isSame([target, one]));
  if (known.length > 3) return true;
  const some = unlike.filter((one) => !known.includes(one));
  const like = others.filter((one) => !unlike.includes(one));
  // Two of the other kind change, and one of their own back.
  return some.some((a) => some.some((b) => b > a && like.some((c) => isSame([target, a, b, c]))));
}

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
    expect(toldOf([...some(34, 9, { unitId: 'a' }), ...some(22, 10, { unitId: 'b' })])).toEqual([
      { by: 'agency', id: 'all', rated: 55, below: 15 },
      { by: 'unit', id: 'a', rated: 30, below: 5 },
      { by: 'unit', id: 'b', rated: 20, below: 10 },
    ]);
  });

  it('leaves out a post that is a unit and one person more, who would be told by the ten where the unit has five', () => {
    const unit = [...some(28, 9, { unitId: 'a', post: 'x' }), ...some(30, 10, { unitId: 'b', post: 'y' })];
    const one = some(1, 1, { unitId: 'b', post: 'x' });
    expect(postsIn(toldOf(unit))).toEqual(['x', 'y']);
    expect(postsIn(toldOf([...unit, ...one]))).toEqual([]);
    // Nor the other one, by what is left of the unit; one that lies apart stays.
    const apart = some(30, 10, { unitId: 'c', post: 'z' });
    expect(postsIn(toldOf([...unit, ...one, ...apart]))).toEqual(['z']);
  });

  it('has five people of either kind in each part that units and posts leave, however they are taken from each other', () => {
    fc.assert(
      fc.property(agencyOf(140), (members) => {
        const groups = groupsOf(members);
        if (groups.length === 0) return;
        for (const part of Map.groupBy(members, partOf(groups)).values()) {
          const below = part.filter(({ isBelow }) => isBelow).length;
          expect(Math.min(below, part.length - below)).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells nobody who knows all about three others of a fourth, by numbers or by what is left out', () => {
    fc.assert(
      fc.property(agencyOf(70), fc.nat(), (members, at) => {
        expect(couldBeOtherwise(members, at % members.length)).toBe(true);
      }),
      { numRuns: 300 },
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

  const quarters = async (
    deps: Parameters<typeof countStanding>[0],
    clock: { advance(ms: number): void },
  ) => {
    clock.advance(92 * 24 * 3_600_000);
    return countStanding(deps, agencyId);
  };
  const toldIn = async (deps: Parameters<typeof countStanding>[0]) =>
    (await deps.standings.find(agencyId))?.told;

  it('has a turn a quarter, and is counted once its ratings have come to rest: hardly more or less than a quarter before', async () => {
    const years: Record<number, readonly RatedMember[]> = { 2025: some(12, 6, { unitId: 'u1' }) };
    const { deps, clock, asked } = world(years);
    expect(await countStanding(deps, agencyId)).toBe('seen');
    expect(await countStanding(deps, agencyId)).toBe('fresh');
    expect(asked).toEqual([2025, 2024]);
    years[2025] = some(30, 6, { unitId: 'u1' });
    expect(await quarters(deps, clock)).toBe('seen');
    expect((await readStanding(deps, { principal: rina })).standing).toBeUndefined();
    years[2025] = some(33, 6, { unitId: 'u1' });
    expect(await quarters(deps, clock)).toBe('counted');
    const read = await readStanding(deps, { principal: rina });
    expect(read.standing).toMatchObject({ year: 2025, countedAt: '2027-06-01T02:00:00.000Z' });
    expect(read.behind).toHaveLength(2);
    expect([isAtRest(9, 9), isAtRest(10, 9), isAtRest(10, 8), isAtRest(20, 22), isAtRest(20, 23)]).toEqual([
      ...[false, true, false, true, false],
    ]);
  });

  it('is at rest for a quarter, and not from the last day of one to the first of the next', async () => {
    const { deps, clock } = world({ 2026: some(40, 14), 2025: some(9, 5) });
    const turnOn = async (day: string) => {
      clock.advance(Date.parse(`${day}T02:00:00.000Z`) - clock.now().getTime());
      return [await countStanding(deps, agencyId), (await deps.standings.find(agencyId))?.seen[0]];
    };
    const first = { year: 2026, rated: 40, at: '2027-03-30T02:00:00.000Z' };
    expect(await turnOn('2027-03-30')).toEqual(['seen', first]);
    expect(await turnOn('2027-04-01')).toEqual(['seen', first]);
    expect(await toldIn(deps)).toBeUndefined();
    expect((await turnOn('2027-07-01'))[0]).toBe('counted');
    expect(await toldIn(deps)).toMatchObject({ year: 2026, groups: [{ rated: 40, below: 10 }] });
  });

  it('is never counted again: whoever moves five people, or gets them rated anew, sees nothing change', async () => {
    const years: Record<number, readonly RatedMember[]> = { 2026: some(40, 14, { unitId: 'u1' }) };
    const { deps, clock } = world(years);
    await quarters(deps, clock);
    await quarters(deps, clock);
    const told = await toldIn(deps);
    expect(told).toMatchObject({ year: 2026, groups: [{ rated: 40, below: 10 }, { by: 'unit' }] });
    for (const next of [some(45, 15, { unitId: 'u1' }), some(35, 9, { unitId: 'u2' }), some(40, 35), []]) {
      years[2026] = next;
      await quarters(deps, clock);
      expect(await toldIn(deps)).toEqual(told);
    }
  });

  it('is told when it is told by how many were rated, never by how', async () => {
    const turns = fc.array(fc.nat(40), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(turns, fc.nat(40), fc.nat(40), async (sizes, one, another) => {
        const run = async (below: number) => {
          const years: Record<number, readonly RatedMember[]> = {};
          const { deps, clock } = world(years);
          const out: string[] = [];
          for (const size of sizes) {
            years[2026] = some(size, below);
            out.push(await quarters(deps, clock));
          }
          return out;
        };
        expect(await run(one)).toEqual(await run(another));
      }),
    );
  });

  it('follows a newer year once that has come to rest, and never goes back', async () => {
    const years: Record<number, readonly RatedMember[]> = { 2025: some(30, 10) };
    const { deps, clock } = world(years);
    await countStanding(deps, agencyId);
    await quarters(deps, clock);
    expect(await toldIn(deps)).toMatchObject({ year: 2025 });
    years[2026] = some(9, 5);
    for (let n = 0; n < 3; n += 1) await quarters(deps, clock);
    expect(await toldIn(deps)).toMatchObject({ year: 2025 });
    years[2026] = some(10, 0);
    await quarters(deps, clock);
    await quarters(deps, clock);
    // Nobody can be told of, and nobody is told of the year before either.
    expect(await toldIn(deps)).toMatchObject({ year: 2026, groups: [] });
    years[2025] = some(60, 30);
    await quarters(deps, clock);
    expect(await toldIn(deps)).toMatchObject({ year: 2026 });
  });

  it('has its turn among many agencies, one of which fails: longest ago first', async () => {
    const { deps, clock } = world({});
    const broken = 'a000' as AgencyId;
    const agencyIds = Array.from({ length: 700 }, (_, n) => `a${String(n).padStart(3, '0')}` as AgencyId);
    const seen: AgencyId[] = [];
    const rated = {
      async *ratedOf(of: AgencyId, year: number) {
        if (of === broken) throw new Error('a row cannot be read');
        if (year !== yearOf(localDateOf(clock.now().getTime(), 'Asia/Jakarta')) - 1) return;
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
    clock.advance(92 * 24 * 3_600_000);
    await run();
    expect(seen.slice(699)).toEqual(agencyIds.slice(1, 11));
  });

  it('is counted once by two runs at the same moment: the second says nothing', async () => {
    const years: Record<number, readonly RatedMember[]> = { 2026: some(40, 14) };
    const { deps, clock } = world(years);
    await quarters(deps, clock);
    clock.advance(92 * 24 * 3_600_000);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow = {
      ...deps,
      rated: {
        async *ratedOf(_: AgencyId, year: number) {
          await held;
          if (year === 2026) yield some(40, 25);
        },
      },
    };
    const late = countStanding(slow, agencyId);
    expect(await countStanding(deps, agencyId)).toBe('counted');
    const told = await toldIn(deps);
    letGo();
    expect(await late).toBe('fresh');
    expect(await toldIn(deps)).toEqual(told);
    expect(told).toMatchObject({ year: 2026, groups: [{ rated: 40, below: 10 }] });
  });

  it('lets others go first where one agency is too large for a run', async () => {
    const { deps, clock } = world({});
    const [huge, other] = ['a-besar', 'b-kecil'] as AgencyId[];
    if (huge === undefined || other === undefined) throw new Error('two were named');
    const begun: string[] = [];
    const rated = {
      async *ratedOf(of: AgencyId, year: number) {
        if (begun.at(-1) !== of) begun.push(of);
        // The run is ended from outside, and says nothing.
        if (of === huge) await new Promise(() => {});
        if (year > 0) yield some(30, 10);
      },
    };
    const run = () => countStandings({ ...deps, rated }, { agencyIds: [huge, other], mostMs: 10_000 });
    const idle = () => new Promise((resolve) => setTimeout(resolve, 0));
    void run();
    await idle();
    clock.advance(300_000);
    void run();
    await idle();
    expect(begun).toEqual([huge, other, huge]);
    expect(await deps.standings.find(other)).toBeDefined();
  });

  it('says nothing of an agency where nobody was rated, nor to another one', async () => {
    const { deps, clock } = world({});
    expect(await countStanding(deps, agencyId)).toBe('seen');
    expect(await quarters(deps, clock)).toBe('seen');
    expect((await readStanding(deps, { principal: rina })).standing).toBeUndefined();
    const lan = { ...rina, agencyId: 'lan' as AgencyId };
    expect((await readStanding(deps, { principal: lan })).standing).toBeUndefined();
    const learner = { ...rina, roles: ['learner'] as const };
    await expect(readStanding(deps, { principal: learner })).rejects.toMatchObject({
      code: 'annual-plan.not-found',
    });
  });
});
