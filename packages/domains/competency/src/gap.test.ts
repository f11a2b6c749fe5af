import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, Method } from './assessment.ts';
import { type CompetencyId, type HeldLevel, type Level, technicalId } from './competency.ts';
import { compare, gapOf, matchOf } from './gap.ts';
import { badan, sri, today } from './testing/competency-world.ts';

const id = (text: string) => text as CompetencyId;
const place = { agencyId: badan, today };
const held = (competencyId: string, level: HeldLevel, over: Partial<Assessment> = {}): Assessment => ({
  ...{ personId: sri.personId, competencyId: id(competencyId), level, method: 'competency-test' },
  ...{ assessedOn: '2026-03-01', recordedAt: '2026-03-02T00:00:00.000Z', rev: 1 },
  ...{ recordedBy: { id: 'agus', name: 'Agus', as: 'agency' }, ...over },
});
const asks = (levels: Readonly<Record<string, Level>>) =>
  Object.entries(levels).map(([competencyId, level]) => ({ competencyId: id(competencyId), level }));

describe('gap and match of domain 2.3', () => {
  it.each([
    [3, 1, 2],
    [3, 3, 0],
    [3, 5, 0],
    [1, 0, 1],
  ])('asked %i and held %i is a gap of %i', (required, level, gap) => {
    expect(gapOf(required, level)).toBe(gap);
  });

  it('counts nothing for what is held beyond what is asked', () => {
    const pairs = [
      { required: 3, held: 5 },
      { required: 3, held: 1 },
    ];
    // (3 + 1) ÷ 6
    expect(matchOf(pairs)).toBe(6667);
    expect(matchOf([])).toBeUndefined();
  });

  it('compares nine competencies: one gap of one in 27 levels is 96,30 %', () => {
    const nine = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'S1'];
    const required = asks(Object.fromEntries(nine.map((one) => [one, 3 as const])));
    const found = nine.map((one) => held(one, one === 'M7' ? 2 : 3));
    const { match, rows } = compare(required, found, place);
    expect(match).toEqual({ hundredths: 9630, assessed: 9, required: 9 });
    expect(rows.filter(({ standing }) => standing === 'short')).toEqual([
      expect.objectContaining({ competencyId: 'M7', gap: 1, held: 2, required: 3 }),
    ]);
  });

  it('stays within its bounds, and is whole exactly when nobody is short', () => {
    const pair = fc.record({
      required: fc.integer({ min: 1, max: 5 }),
      held: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), (pairs) => {
        const match = matchOf(pairs) ?? -1;
        const gaps = pairs.reduce((sum, one) => sum + gapOf(one.required, one.held), 0);
        const required = pairs.reduce((sum, one) => sum + one.required, 0);
        expect(match).toBeGreaterThanOrEqual(0);
        expect(match).toBeLessThanOrEqual(10_000);
        // Both are the same sum, told in two ways.
        expect(match).toBe(Math.floor((2 * (required - gaps) * 10_000 + required) / (2 * required)));
        expect(match === 10_000).toBe(gaps === 0);
      }),
    );
  });
});

describe('what counts', () => {
  const required = asks({ M1: 3 });
  const standing = (...found: readonly Assessment[]) => compare(required, found, place).rows[0];

  it('L14: shows what somebody says of themselves as such, and counts it for nothing', () => {
    const own = held('M1', 5, { method: 'self' });
    expect(standing(own)).toEqual({ competencyId: 'M1', required: 3, standing: 'not-assessed', own });
    expect(compare(required, [own], place).match).toBeUndefined();
    expect(standing(own, held('M1', 1))).toMatchObject({ standing: 'short', held: 1, gap: 2, own });
  });

  it('takes the newest that has not ended or been withdrawn, of one day the formal one', () => {
    const old = held('M1', 1, { assessedOn: '2025-01-01' });
    const supervisor = held('M1', 2, { method: 'supervisor' });
    expect(standing(old, supervisor)?.held).toBe(2);
    expect(standing(supervisor, held('M1', 4))?.held).toBe(4);
    const withdrawn = {
      ...{ by: { id: 'agus', name: 'Agus', as: 'agency' as const }, at: '', reason: 'Tertukar' },
    };
    expect(standing(old, held('M1', 4, { withdrawn }))?.held).toBe(1);
    expect(standing(held('M1', 4, { assessedOn: '2026-12-01' }))?.standing).toBe('not-assessed');
  });

  it('says of what has ended that it has, from the day after its last', () => {
    expect(standing(held('M1', 3, { validTo: today }))?.standing).toBe('met');
    const ended = held('M1', 3, { validTo: '2026-11-27' });
    const row = standing(ended);
    expect(row).toEqual({ competencyId: 'M1', required: 3, standing: 'expired', assessment: ended });
    expect(standing(ended, held('M1', 2, { assessedOn: '2026-02-01' }))?.held).toBe(2);
  });

  it('knows technical competencies of the own agency alone', () => {
    const keu = technicalId('KEU.01');
    const elsewhere = held(keu, 4, { agencyId: 'dinas' as typeof badan });
    const here = held(keu, 1, { agencyId: badan });
    const level = (...found: readonly Assessment[]) =>
      compare(asks({ [keu]: 2 }), found, place).rows[0]?.held;
    expect(level(elsewhere)).toBeUndefined();
    expect(level(elsewhere, here)).toBe(1);
  });

  it('never tells a gap that one more verified level makes larger', () => {
    const method = fc.constantFrom<Method>('assessment-center', 'competency-test', 'supervisor', 'self');
    const level = fc.integer({ min: 0, max: 5 }) as fc.Arbitrary<HeldLevel>;
    fc.assert(
      fc.property(fc.array(fc.record({ method, level }), { maxLength: 8 }), level, (past, now) => {
        const found = past.map((one, n) =>
          held('M1', one.level, { ...one, assessedOn: `2026-0${n + 1}-01` }),
        );
        const row = standing(...found, held('M1', now, { assessedOn: '2026-10-01' }));
        expect(row?.gap).toBe(Math.max(0, 3 - now));
      }),
    );
  });
});
