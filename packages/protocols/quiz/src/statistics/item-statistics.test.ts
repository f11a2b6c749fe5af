import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ItemAnswer, itemStatistics } from './item-statistics.ts';

/** Ten learners; rest scores 1 to 10, the better half chose `a`, which is right. */
const tidy: readonly ItemAnswer[] = Array.from({ length: 10 }, (_, n) => ({
  learner: `p${n}`,
  itemId: 'i1',
  response: n >= 5 ? 'a' : 'b',
  score: n >= 5 ? 1 : 0,
  restScore: n + 1,
}));

const figuresOf = (rows: readonly ItemAnswer[]) => itemStatistics(rows)[0]?.figures;

describe('statistics of an item', () => {
  it('are difficulty, discrimination and the corrected point-biserial correlation', () => {
    // Deviations of x: ±0.5, of y: -4.5 … 4.5. Σxy = 0.5·(25/2+25/2) = 12.5, Σxx = 2.5, Σyy = 82.5; r = 12.5/√206.25.
    const figures = figuresOf(tidy);
    expect(figures).toMatchObject({ difficulty: 0.5, discrimination: 1, otherAnswers: 0 });
    expect(figures?.pointBiserial).toBeCloseTo(0.870388, 6);
  });

  it('agree with an example counted by hand, in parts of scores', () => {
    const scores = [1, 1, 0, 1, 0.5, 0, 1, 0, 1, 1, 0.5, 0];
    const rests = [9, 8, 3, 7, 5, 2, 6, 4, 9, 5, 4, 1];
    const rows = scores.map((score, n) => ({
      ...{ learner: `p${n}`, itemId: 'i', response: String(score), score, restScore: rests[n] ?? 0 },
    }));
    // Σx = 7, Σy = 63, Σx² = 6.5, Σy² = 407, Σxy = 48.5 → (12·48.5 − 441) / √((78 − 49)(4884 − 3969)) = 141 / 162.8957.
    const figures = figuresOf(rows);
    expect(figures?.difficulty).toBeCloseTo(7 / 12, 12);
    expect(figures?.pointBiserial).toBeCloseTo(141 / Math.sqrt(29 * 915), 12);
    // Groups of 0.27 · 12 = 3.24: upper 9, 9, 8 and 0.24 of 7, all right; lower 1, 2, 3 (0) and 0.24 of the two of 4 (0 and 0.5).
    expect(figures?.discrimination).toBeCloseTo((3.24 - 0.24 * 0.25) / 3.24, 12);
  });

  it('tell who chose what, the most frequent first, and how the best and the weakest differ', () => {
    const figures = figuresOf([
      ...tidy,
      { ...tidy[0], learner: 'x', response: 'c', restScore: 0 } as ItemAnswer,
    ]);
    expect(figures?.responses.map(({ response, count }) => [response, count])).toEqual([
      ['a', 5],
      ['b', 5],
      ['c', 1],
    ]);
    const c = figures?.responses[2];
    expect(c?.share).toBeCloseTo(1 / 11, 12);
    expect(c?.upper).toBe(0);
    expect(c?.lower).toBeCloseTo(1 / (0.27 * 11), 12);
    expect(figures?.responses.map(({ score }) => score)).toEqual([1, 0, 0]);
  });

  it('count equal rest scores in part, so that the order of answers decides nothing', () => {
    const even = tidy.map((row) => ({ ...row, restScore: 7 }));
    const figures = figuresOf(even);
    expect(figures).toMatchObject({ discrimination: 0 });
    expect(figures?.responses.map(({ upper, lower }) => [upper, lower])).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(figures).not.toHaveProperty('pointBiserial');
  });

  it('take the first answer of each learner only', () => {
    const again = tidy.map((row) => ({ ...row, score: 1, response: 'a' }));
    expect(itemStatistics([...tidy, ...again])).toEqual(itemStatistics(tidy));
  });

  it('say nothing but the number below ten answers', () => {
    expect(itemStatistics(tidy.slice(1))).toEqual([{ itemId: 'i1', answers: 9 }]);
  });

  it('have no correlation where everybody has answered alike', () => {
    const third = tidy.map((row) => ({ ...row, score: 1 / 3 }));
    expect(figuresOf(third)).not.toHaveProperty('pointBiserial');
    expect(figuresOf(third)?.difficulty).toBeCloseTo(1 / 3, 12);
  });

  it('stay right with large rest scores', () => {
    const far = tidy.map((row) => ({ ...row, restScore: row.restScore + 1e9 }));
    expect(figuresOf(far)?.pointBiserial).toBeCloseTo(0.870388, 6);
  });

  it('list at most fifty responses and count the others', () => {
    const many = Array.from(
      { length: 60 },
      (_, n) => ({ ...tidy[0], learner: `p${n}`, response: `r${n}` }) as ItemAnswer,
    );
    expect(figuresOf(many)?.responses).toHaveLength(50);
    expect(figuresOf(many)?.otherAnswers).toBe(10);
  });

  it('stay within their bounds for any answers', () => {
    const row = fc.record({
      learner: fc.string({ maxLength: 2 }),
      itemId: fc.constantFrom('a', 'b'),
      response: fc.constantFrom('x', 'y', '__proto__'),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      restScore: fc.double(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        for (const { figures } of itemStatistics(rows)) {
          if (!figures) continue;
          const { difficulty, pointBiserial = 0, responses } = figures;
          expect(difficulty >= 0 && difficulty <= 1 + 1e-9).toBe(true);
          expect(Math.abs(pointBiserial)).toBeLessThanOrEqual(1);
          for (const { upper, lower } of responses) {
            expect(Math.max(upper, lower)).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
    );
  });
});
