import type { AgencyId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { type IndicatorFacts, type IndicatorName, indicatorNames, indicatorsOf } from './indicators.ts';
import { type BudgetLine, lineIdOf } from './line.ts';

const line = (code: string, over: Partial<BudgetLine> = {}): BudgetLine => ({
  ...{ agencyId: 'bkd' as AgencyId, lineId: lineIdOf(2026, code), year: 2026, code, title: code },
  ...{ source: 'apbn', ceiling: 100_000_000, reserved: 0, committed: 0, spent: 40_000_000, room: 60_000_000 },
  ...{ waiting: 0, people: 80, jp: 80_000, running: 20, state: 'open', createdAt: '', updatedAt: '', rev: 1 },
  ...over,
});
const facts = (over: Partial<IndicatorFacts> = {}): IndicatorFacts => ({
  lines: [line('A'), line('B', { spent: 10_000_000, people: 20, running: 0 })],
  courses: [
    { courseId: 'k1', spent: 3_000_000, people: 10, jp: 10_000 },
    { courseId: 'tanpa-jp', spent: 9_000_000, people: 50, jp: 0 },
  ],
  now: { people: 1_000, met: 600, below: 300, jp: 2_000_000 },
  before: { people: 900, met: 450, below: 450, jp: 1_000_000 },
  duties: { people: 500, enrolled: 800, finished: 600 },
  seats: { seats: 200, used: 150 },
  eventSeats: { seats: 40, used: 28 },
  gaps: { points: 250, changes: 180 },
  classroom: 90_000,
  training: { planned: 800, all: 1_000, people: 90 },
  services: [
    { before: { u6: 300, u7: 280 }, after: { u6: 320, u7: 290 } },
    { before: { u6: 310, u7: 300 }, after: { u6: 310, u7: 310 } },
  ],
  ...over,
});
const figuresOf = (name: IndicatorName, given: IndicatorFacts) =>
  indicatorsOf(given).find((one) => one.name === name)?.figures ?? [];
const valuesOf = (name: IndicatorName, given = facts()) =>
  figuresOf(name, given).map(({ value, lack }) => value ?? lack);

describe('the eleven indicators (domain facts 7.5)', () => {
  it('are told in their order, each once', () => {
    expect(indicatorsOf(facts()).map(({ name }) => name)).toEqual(indicatorNames);
    expect(indicatorNames).toHaveLength(11);
  });

  it.each([
    // 50 million ÷ 20,000 JP
    ['cost-per-jp', [2_500]],
    // ÷ 100 who finished, and ÷ 120 with those who have not yet
    ['cost-per-participant', [500_000, 416_667]],
    ['cost-per-gap-point', [200_000]],
    ['coverage', [600 / 900]],
    ['average-jp', [2_000]],
    ['completion', [0.75, 0.75, 0.7]],
    ['absorption', [0.25]],
    // 100 JP × 90,000 − 3 million; the course without JP is left out
    ['saving', [6_000_000]],
    // 15 × (600/900 − 450/900) points
    ['index-delta', [250]],
    ['plan-fit', [0.8]],
    ['outcome', [10, 10]],
  ] as const)('%s is made by its formula', (name, values) => {
    expect(valuesOf(name)).toEqual(values);
  });

  it('says what is wanting instead of dividing by nothing', () => {
    const nobody = { people: 0, met: 0, below: 0, jp: 0 };
    const empty: IndicatorFacts = {
      ...{ lines: [], courses: [], now: nobody, before: nobody, services: [] },
      ...{ duties: { people: 0, enrolled: 0, finished: 0 }, seats: { seats: 0, used: 0 } },
      eventSeats: { seats: 0, used: 0 },
      gaps: { points: 0, changes: 0 },
    };
    const lacks = indicatorsOf(empty).flatMap(({ figures }) => figures.map(({ lack }) => lack));
    expect(lacks.every((lack) => lack !== undefined)).toBe(true);
    expect(valuesOf('saving', empty)).toEqual(['unset']);
    expect(valuesOf('plan-fit', empty)).toEqual(['unset']);
    expect(valuesOf('index-delta', facts({ before: nobody }))).toEqual(['no-before']);
    // Gaps that have become larger closed nothing.
    expect(valuesOf('cost-per-gap-point', facts({ gaps: { points: -5, changes: 9 } }))).toEqual(['nothing']);
  });

  it('P3: tells nothing of less than five people, not even what it would be made of', () => {
    const few = { people: 4, met: 3, below: 1, jp: 9_900 };
    const given = facts({
      now: few,
      lines: [line('A', { people: 3, running: 1 })],
      courses: [{ courseId: 'k', spent: 1, people: 4, jp: 400 }],
      duties: { people: 2, enrolled: 4, finished: 1 },
      gaps: { points: 3, changes: 2 },
      training: { planned: 1, all: 2, people: 4 },
      eventSeats: { seats: 4, used: 3 },
    });
    const small: readonly IndicatorName[] = [
      ...(['cost-per-jp', 'cost-per-participant', 'cost-per-gap-point', 'coverage', 'average-jp'] as const),
      ...(['saving', 'index-delta', 'plan-fit'] as const),
    ];
    for (const name of small) {
      for (const figure of figuresOf(name, given)) {
        expect(figure).toMatchObject({ lack: 'small', from: 0, by: 0 });
        expect(figure.value).toBeUndefined();
      }
    }
    expect(valuesOf('completion', given)).toEqual(['small', 0.75, 'small']);
    expect(valuesOf('absorption', given)).toEqual([0.4]);
  });

  it('marks what is a simulation, a correlation or no more than the closest thing that is counted', () => {
    const marks = Object.fromEntries(indicatorsOf(facts()).map((one) => [one.name, one.marks]));
    expect(marks).toMatchObject({
      'index-delta': ['simulation', 'proxy'],
      outcome: ['correlation'],
      coverage: [],
    });
  });
});
