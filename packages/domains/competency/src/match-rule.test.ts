import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, type MatchRequest, matchBands, matchRequestSchema, practiceRule } from './match-rule.ts';
import { matchRulesOf, readBands, setBands, withdrawBands } from './set-bands.ts';
import { agus, badan, competencyWorld, sri, today } from './testing/competency-world.ts';

describe('what a match is called', () => {
  it.each([
    ['mapping', 10_000, 'high'],
    ['mapping', 9_000, 'high'],
    ['mapping', 8_999, 'middle'],
    ['mapping', 7_800, 'middle'],
    ['mapping', 7_799, 'low'],
    ['mapping', 0, 'low'],
    ['selection', 8_000, 'high'],
    ['selection', 7_999, 'middle'],
    ['selection', 6_800, 'middle'],
    ['selection', 6_799, 'low'],
  ] as const)('for %s %i hundredths of a percent are %s as agencies practise it', (use, hundredths, band) => {
    expect(bandOf(hundredths, practiceRule(use))).toBe(band);
    expect(practiceRule(use)).toMatchObject({ source: 'practice', verified: false });
  });

  it('never falls as a match rises, whatever an agency sets', () => {
    const match = fc.integer({ min: 0, max: 10_000 });
    const limits = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999 }));
    fc.assert(
      fc.property(match, match, limits, (a, b, [x, y]) => {
        const rule = { high: Math.max(x, y) + 1, middle: Math.min(x, y) };
        const place = (of: number) => matchBands.indexOf(bandOf(of, rule));
        expect(place(Math.max(a, b))).toBeLessThanOrEqual(place(Math.min(a, b)));
      }),
    );
  });
});

describe('bands of an agency', () => {
  const request: MatchRequest = {
    from: today,
    high: 8_500,
    middle: 7_000,
    verified: true,
    legalBasis: 'Perka 1/2026',
  };
  const set = (world: ReturnType<typeof competencyWorld>, over: Partial<MatchRequest> = {}, rev = 0) =>
    setBands(world, { principal: agus, use: 'mapping', rev, request: { ...request, ...over } });
  const rulesOn = (world: ReturnType<typeof competencyWorld>, day: string) =>
    matchRulesOf(world, { agencyId: badan, day });

  it('hold from their day on, for their use, and change nothing that was read before', async () => {
    const world = competencyWorld();
    await set(world);
    await set(world, { from: '2027-01-01', high: 9_500, verified: false }, 1);
    expect((await rulesOn(world, '2026-11-27')).mapping).toEqual(practiceRule('mapping'));
    expect((await rulesOn(world, today)).mapping).toMatchObject({
      ...{ source: 'agency', high: 8_500, middle: 7_000, verified: true, from: today },
    });
    expect((await rulesOn(world, '2026-12-31')).mapping).toMatchObject({ high: 8_500 });
    expect((await rulesOn(world, '2027-01-01')).mapping).toMatchObject({ high: 9_500, verified: false });
    expect((await rulesOn(world, '2027-01-01')).selection).toEqual(practiceRule('selection'));
    const lain = await matchRulesOf(world, { agencyId: 'lain' as AgencyId, day: '2027-01-01' });
    expect(lain.mapping).toEqual(practiceRule('mapping'));
  });

  it('count as verified with a basis alone, whatever was stored before one was asked for', async () => {
    const world = competencyWorld();
    const { legalBasis = '', ...unfounded } = {
      ...request,
      setBy: agus.personId,
      setAt: '2026-11-01T00:00:00.000Z',
    };
    const editions = [unfounded, { ...unfounded, from: '2027-01-01', legalBasis }] as const;
    await world.bands.save({ agencyId: badan, use: 'mapping', editions, rev: 0 });
    expect((await rulesOn(world, today)).mapping).toMatchObject({ high: 8_500, verified: false });
    expect((await rulesOn(world, '2027-01-01')).mapping).toMatchObject({ verified: true, legalBasis });
    const [mapping] = await readBands(world, { principal: agus });
    expect(mapping?.inForce.verified).toBe(false);
    expect(mapping?.editions.map(({ verified }) => verified)).toEqual([true, false]);
  });

  it('are set from today on, as they were read, by administrators alone', async () => {
    const world = competencyWorld();
    await expect(set(world, { from: '2026-11-27' })).rejects.toMatchObject({ issues: [{ path: '/from' }] });
    await set(world);
    await expect(set(world)).rejects.toMatchObject({ code: 'competency.changed' });
    const own = setBands(world, { principal: sri, use: 'mapping', rev: 1, request });
    await expect(own).rejects.toMatchObject({ code: 'competency.not-found' });
    for (const wrong of [{ middle: 8_500 }, { high: 10_001 }, { middle: 0 }, { high: 85.5 }]) {
      expect(matchRequestSchema.safeParse({ ...request, ...wrong }).success).toBe(false);
    }
    const { legalBasis: _, ...baseless } = request;
    const unfounded = matchRequestSchema.safeParse(baseless);
    expect(unfounded.error?.issues.map(({ path }) => path)).toEqual([['legalBasis']]);
    expect(matchRequestSchema.safeParse({ ...baseless, verified: false }).success).toBe(true);
    // Of one day the last word stands.
    await set(world, { high: 8_800 }, 1);
    const [mapping] = await readBands(world, { principal: agus });
    expect(mapping?.editions).toHaveLength(1);
    expect(mapping).toMatchObject({ use: 'mapping', inForce: { high: 8_800 }, rev: 2 });
  });

  it('are taken back before their first day is over, the newest alone', async () => {
    const world = competencyWorld();
    await set(world);
    await set(world, { from: '2027-01-01', high: 9_500 }, 1);
    const take = (rev: number, clock = world.clock) =>
      withdrawBands({ ...world, clock }, { principal: agus, use: 'mapping', rev });
    await take(2);
    const [mapping] = await readBands(world, { principal: agus });
    expect(mapping?.editions.map(({ from, mayWithdraw }) => [from, mayWithdraw])).toEqual([[today, true]]);
    const tomorrow = fixedClock('2026-11-29T02:00:00.000Z');
    await expect(take(3, tomorrow)).rejects.toMatchObject({ code: 'competency.move-not-allowed' });
    await take(3);
    await expect(take(4)).rejects.toMatchObject({ code: 'competency.move-not-allowed' });
    expect((await rulesOn(world, today)).mapping).toEqual(practiceRule('mapping'));
  });
});
