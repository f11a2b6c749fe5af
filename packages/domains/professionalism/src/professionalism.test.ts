import type { Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FactsChanged } from './errors.ts';
import { evidenceOf, type RecognisedLine } from './evidence.ts';
import { type OwnFacts, ownFactsSchema } from './facts.ts';
import { bandOf, components, educations, postKinds, predicates, sanctions } from './formula.ts';
import { formulaOf } from './national-formulas.ts';
import { readIndex } from './read-index.ts';
import { forgetFacts, setFacts } from './set-facts.ts';
import { type Score, simulate } from './simulate.ts';
import { memoryFactsStore } from './testing/memory-facts-store.ts';

const personId = 'sri' as PersonId;
const principal: PersonPrincipal = { kind: 'person', personId, name: 'Sri', roles: ['learner'] };
const clock = fixedClock('2026-11-28T02:00:00.000Z');
const formula = formulaOf(2026);

const line = (form: string, jp: number, year = 2026): RecognisedLine => ({
  ...{ form, year, recognised: Math.round(jp * 100) as Jp },
});
/** JP of online courses: technical ones. */
const technical = (jp: number) => line('NKL03', jp);
const seminar = line('KL06', 4);

/** The index of somebody who has told this, holds a post of that family and has these lines. */
async function indexOf(given: {
  readonly own: OwnFacts;
  readonly family: string;
  readonly lines: readonly RecognisedLine[];
}) {
  const facts = memoryFactsStore();
  await setFacts({ facts, clock }, { principal, facts: given.own, rev: 0 });
  return readIndex({ facts }, { personId, year: 2026, lines: given.lines, postFamily: given.family });
}

describe('worked examples of domain 3.5', () => {
  const clean = { sanction: 'none' } as const;
  interface Example {
    readonly of: string;
    readonly own: OwnFacts;
    readonly family: string;
    readonly lines: readonly RecognisedLine[];
    readonly points: readonly number[];
    readonly score: Score;
  }
  const pelaksana = { ...clean, education: 'sma-d2', predicate: 'baik' } as const;
  const examples: readonly Example[] = [
    {
      of: 'JF Ahli Muda, S1, functional training, 24 JP, one seminar, Baik, clean',
      own: { ...clean, education: 's1-d4', predicate: 'baik', functional: true },
      family: 'fungsional-keahlian',
      lines: [technical(24), seminar],
      points: [15, 40, 25, 5],
      score: { total: 85, band: 'high' },
    },
    {
      of: 'Pelaksana, SMA, 12 JP, one webinar recorded as seminar, Baik, clean',
      own: pelaksana,
      family: 'pelaksana',
      lines: [technical(12), seminar],
      points: [5, 17.5, 25, 5],
      score: { total: 52.5, band: 'very-low' },
    },
    {
      of: 'the same pelaksana after reaching 20 JP',
      own: pelaksana,
      family: 'pelaksana',
      lines: [technical(12), seminar, technical(8)],
      points: [5, 40, 25, 5],
      score: { total: 75, band: 'medium' },
    },
    {
      of: 'Administrator, S2, no PKA, 20 JP, seminar, Sangat Baik, clean',
      own: { ...clean, education: 's2', predicate: 'sangat-baik' },
      family: 'administrator',
      // As a pengawas they had the training of that level.
      lines: [technical(20), seminar, line('KL01', 900, 2015)],
      points: [20, 25, 30, 5],
      score: { total: 80, band: 'medium' },
    },
    {
      of: 'Pengawas, S2, PKP, 30 JP, seminar, Sangat Baik, light sanction',
      own: { education: 's2', predicate: 'sangat-baik', leadership: true, sanction: 'light' },
      family: 'pengawas',
      lines: [technical(30), seminar],
      points: [20, 40, 30, 3],
      score: { total: 93, band: 'very-high' },
    },
  ];

  it.each(examples)('$of', async ({ own, family, lines, points, score }) => {
    const { simulation } = await indexOf({ own, family, lines });
    expect(simulation.parts.map((part) => part.points)).toEqual(points);
    expect(simulation.score).toEqual(score);
  });

  it('of a pelaksana with a seminar 20 JP move the index by 22.5 points', async () => {
    const { steps } = await indexOf({ own: pelaksana, family: 'pelaksana', lines: [technical(12), seminar] });
    expect(steps).toEqual([
      { component: 'technical', gain: 22.5, missingJp: 800, after: { total: 75, band: 'medium' } },
    ]);
  });
});

describe('what counts for a component', () => {
  it('is technical training of the measured year, and seminars of that and the year before', () => {
    const lines = [technical(12), line('NKL03', 30, 2025), line('KL06', 4, 2025), line('KL06', 4, 2024)];
    const evidence = evidenceOf(formula, lines, 2026);
    expect(evidence.technical).toEqual({ jp: 1200, lines: 1, held: false });
    expect(evidence.seminar).toEqual({ jp: 400, lines: 1, held: true });
    expect(evidenceOf(formula, lines, 2027).seminar.held).toBe(false);
    expect(evidenceOf(formula, [line('KL06', 4, 2027)], 2026).seminar.held).toBe(false);
  });

  it('is functional training of any year, and nothing that was not recognised', () => {
    const held = (jp: number) => evidenceOf(formula, [line('KL04', jp, 2012)], 2026).functional.held;
    expect([held(40), held(0)]).toEqual([true, false]);
  });

  it('is no leadership training by itself: a line does not tell for which level it was', () => {
    const { leadership } = evidenceOf(formula, [line('KL01', 900, 2015)], 2026);
    expect(leadership).toEqual({ jp: 90_000, lines: 1, held: false });
  });

  it('is whole or nothing: 19.99 JP bring none of it', () => {
    expect(evidenceOf(formula, [technical(19.99)], 2026).technical.held).toBe(false);
    expect(evidenceOf(formula, [technical(19.99), technical(0.01)], 2026).technical.held).toBe(true);
  });

  it('is for one component at most, whatever the form', () => {
    const all = components.flatMap((component) => formula.forms[component]);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(12 + 13);
  });
});

describe('the index', () => {
  it('leaves open what nobody has told, and tells what a step adds all the same', async () => {
    const { simulation, steps } = await indexOf({
      own: { education: 's1-d4' },
      family: 'pelaksana',
      lines: [],
    });
    expect(simulation.score).toBeUndefined();
    expect(simulation.parts.map(({ points }) => points)).toEqual([15, 0, undefined, undefined]);
    expect(steps.map(({ component, gain, after }) => [component, gain, after])).toEqual([
      ['technical', 22.5, undefined],
      ['seminar', 17.5, undefined],
    ]);
  });

  it('takes the kind of post from the record before what the person says, and what they say where there is none', async () => {
    const own = { postKind: 'managerial' } as const;
    expect((await indexOf({ own, family: 'pelaksana', lines: [] })).recordedKind).toBe('executing');
    const facts = memoryFactsStore();
    await setFacts({ facts, clock }, { principal, facts: own, rev: 0 });
    const { simulation, recordedKind } = await readIndex({ facts }, { personId, year: 2026, lines: [] });
    expect(recordedKind).toBeUndefined();
    expect(simulation.parts[1]?.components?.map(({ component }) => component)).toEqual([
      'leadership',
      'technical',
      'seminar',
    ]);
  });

  it.each([
    ['sd', 'below-sma', 1],
    ['slta', 'sma-d2', 5],
    ['d2', 'sma-d2', 5],
    ['d3', 'd3', 10],
    ['d4', 's1-d4', 15],
    ['s2', 's2', 20],
    ['s3', 's3', 25],
  ])(
    'takes the education of the record, %s, before what the person says',
    async (educationLevel, step, points) => {
      const facts = memoryFactsStore();
      await setFacts({ facts, clock }, { principal, facts: { education: 's1-d4' }, rev: 0 });
      const index = await readIndex({ facts }, { personId, year: 2026, lines: [], educationLevel });
      expect([index.recordedEducation, index.simulation.parts[0]?.points]).toEqual([step, points]);
      const without = await readIndex(
        { facts },
        { personId, year: 2026, lines: [], educationLevel: 'pesantren' },
      );
      expect([without.recordedEducation, without.simulation.parts[0]?.points]).toEqual([undefined, 15]);
    },
  );

  it('believes the person about leadership training, either way, and offers it while they have said nothing', async () => {
    const found = [line('KL01', 900, 2012)];
    const untold = await indexOf({ own: {}, family: 'administrator', lines: found });
    expect(untold.simulation.parts[1]?.points).toBe(0);
    expect(untold.steps.map(({ component, gain }) => [component, gain])).toContainEqual(['leadership', 15]);
    expect(
      (await indexOf({ own: { leadership: false }, family: 'pengawas', lines: found })).simulation.parts[1]
        ?.points,
    ).toBe(0);
    expect(
      (await indexOf({ own: { leadership: true }, family: 'pengawas', lines: [] })).simulation.parts[1]
        ?.points,
    ).toBe(15);
  });

  it.each([
    [100, 'very-high'],
    [91, 'very-high'],
    [90.5, 'high'],
    [81, 'high'],
    [80.5, 'medium'],
    [71, 'medium'],
    [61, 'low'],
    [60.5, 'very-low'],
    [0, 'very-low'],
  ])('%d is %s: bands are half-open from below', (total, band) => {
    expect(bandOf(formula, total)).toBe(band);
  });

  it('invariant 6: parts never exceed 25, 40, 30 and 5, in any order of lines', () => {
    const forms = components.flatMap((component) => formula.forms[component]);
    const anyLine = fc.record({
      form: fc.constantFrom(...forms, 'PD01', 'toString'),
      year: fc.integer({ min: 2015, max: 2030 }),
      recognised: fc.integer({ min: 0, max: 90_000 }) as fc.Arbitrary<Jp>,
    });
    const anyFacts = fc.record({
      postKind: fc.constantFrom(...postKinds),
      education: fc.constantFrom(...educations),
      predicate: fc.constantFrom(...predicates),
      sanction: fc.constantFrom(...sanctions),
    });
    const anyHistory = fc.array(anyLine, { maxLength: 30 });
    fc.assert(
      fc.property(anyHistory, anyFacts, (lines, facts) => {
        const heldOf = (some: readonly RecognisedLine[]) => {
          const evidence = evidenceOf(formula, some, 2026);
          return components.filter((component) => evidence[component].held);
        };
        const held = heldOf(lines);
        expect(heldOf(lines.toReversed())).toEqual(held);
        const { parts, score } = simulate(formula, { ...facts, held });
        expect(parts.map(({ most }) => most)).toEqual([25, 40, 30, 5]);
        for (const { points = -1, most } of parts) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(most);
        }
        expect(score?.total).toBe(parts.reduce((sum, { points = 0 }) => sum + points, 0));
      }),
    );
  });
});

describe('what a person tells', () => {
  it('is replaced whole, and refused where another tab has changed it', async () => {
    const facts = memoryFactsStore();
    const deps = { facts, clock };
    await setFacts(deps, { principal, facts: { education: 's2', predicate: 'baik' }, rev: 0 });
    await setFacts(deps, { principal, facts: { education: 's3' }, rev: 1 });
    await expect(setFacts(deps, { principal, facts: {}, rev: 1 })).rejects.toThrow(FactsChanged);
    const { own, rev } = await readIndex({ facts }, { personId, year: 2026, lines: [] });
    expect([own, rev]).toEqual([{ education: 's3' }, 2]);
    await forgetFacts(deps, { principal });
    expect((await readIndex({ facts }, { personId, year: 2026, lines: [] })).rev).toBe(0);
  });

  it('D1: has no other field', () => {
    expect(ownFactsSchema.safeParse({ education: 's2', points: 40 }).success).toBe(false);
    expect(ownFactsSchema.safeParse({ education: 'professor' }).success).toBe(false);
  });
});
