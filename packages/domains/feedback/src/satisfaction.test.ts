import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ElementCode, elementCodes, ruleOf } from './rule.ts';
import { addCounts, type Counts, gradeOf, noCounts, sampleSize, satisfactionOf } from './satisfaction.ts';

const rule = ruleOf('permenpanrb-14-2017');

const one = (scores: readonly number[]): Counts => ({
  answers: 1,
  scores: Object.fromEntries(
    elementCodes.map((code, index) => [code, [1, 2, 3, 4].map((score) => (scores[index] === score ? 1 : 0))]),
  ) as unknown as Counts['scores'],
});

const together = (answers: readonly (readonly number[])[]): Counts =>
  answers.map(one).reduce(addCounts, noCounts);

describe('the satisfaction index (PermenPANRB 14/2017)', () => {
  it('SKM: means of 3,3,3,4,3,2,3,3,3 make 27, an index of 3.00, an IKM of 75.00 and a C', () => {
    expect(satisfactionOf(rule, one([3, 3, 3, 4, 3, 2, 3, 3, 3]))).toEqual({
      ...{ answers: 1, ikm: 7500, grade: 'C' },
      means: Object.fromEntries(
        elementCodes.map((code) => [
          code,
          ({ u4: 400, u6: 200 } as Partial<Record<ElementCode, number>>)[code] ?? 300,
        ]),
      ),
    });
  });

  it('has no value before somebody answered', () => {
    expect(satisfactionOf(rule, noCounts)).toBeUndefined();
  });

  it.each([
    [10000, 'A'],
    [8831, 'A'],
    [8830, 'B'],
    [7661, 'B'],
    [7660, 'C'],
    [6500, 'C'],
    [6499, 'D'],
    [2500, 'D'],
  ] as const)('an IKM of %i hundredths is graded %s', (ikm, grade) => {
    expect(gradeOf(rule, ikm)).toBe(grade);
  });

  it('rounds the index once, half up, before it is graded', () => {
    // 2500 × 27576 ÷ (9 × 1000) is 7660.0: C. One point more is 7660.28, and C still; the next band begins at 7661.
    const spread = (total: number): Counts => {
      const rest = total - 9 * 1000 * 3;
      const scores = Object.fromEntries(elementCodes.map((code) => [code, [0, 0, 1000, 0]]));
      scores.u1 = [0, 0, 1000 - rest, rest];
      return { answers: 1000, scores: scores as unknown as Counts['scores'] };
    };
    expect(satisfactionOf(rule, spread(27_576))).toMatchObject({ ikm: 7660, grade: 'C' });
    // 7660.56 rounds to 7661 and is a B.
    expect(satisfactionOf(rule, spread(27_578))).toMatchObject({ ikm: 7661, grade: 'B' });
  });

  it('7: lies between 25 and 100 for any answers, and every value has a grade', () => {
    const answer = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 40 }), (answers) => {
        const found = satisfactionOf(rule, together(answers));
        expect(found?.ikm).toBeGreaterThanOrEqual(2500);
        expect(found?.ikm).toBeLessThanOrEqual(10_000);
        expect(['A', 'B', 'C', 'D']).toContain(found?.grade);
        const mean = answers.flat().reduce((sum, score) => sum + score, 0) / (9 * answers.length);
        expect(Math.abs((found?.ikm ?? 0) / 2500 - mean)).toBeLessThanOrEqual(0.0002 + 1e-9);
      }),
    );
    for (let ikm = 2500; ikm <= 10_000; ikm += 1) expect(['A', 'B', 'C', 'D']).toContain(gradeOf(rule, ikm));
  });

  it('is the same in whatever order answers come', () => {
    const answers = [
      [1, 2, 3, 4, 1, 2, 3, 4, 1],
      [4, 4, 4, 4, 4, 4, 4, 4, 4],
      [2, 2, 2, 2, 2, 2, 2, 2, 3],
    ];
    expect(together(answers)).toEqual(together(answers.toReversed()));
  });

  it.each([
    [10, 10],
    [100, 80],
    [1_000, 278],
    [10_000, 370],
    [1_000_000, 384],
  ])('of %i who were served, %i should answer (table of Krejcie and Morgan)', (served, wished) => {
    expect(sampleSize(served)).toBe(wished);
  });
});
