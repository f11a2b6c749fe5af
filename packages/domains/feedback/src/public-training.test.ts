import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicTraining, type TrainingFacts } from './public-training.ts';

const facts: TrainingFacts = {
  ...{ year: 2026, jp: 123_450, learners: 40, spent: 8_750_000, paidFor: 12 },
  learnings: [
    { topic: 'data', people: 11 },
    { topic: 'data', people: 22 },
    { topic: 'data', people: 9 },
    { topic: 'ethics', people: 40 },
    { topic: 'health', people: 9 },
    { topic: 'health', people: 9 },
  ],
};

describe('what everybody may know of training', () => {
  it('is hours, rupiah and topics, rounded', () => {
    expect(publicTraining(facts)).toEqual({
      ...{ year: 2026, jp: 123_000, spent: 9_000_000 },
      topics: [
        { topic: 'ethics', times: 40 },
        { topic: 'data', times: 30 },
      ],
    });
  });

  it('is nothing of less than ten people, each number by itself', () => {
    expect(publicTraining({ ...facts, learners: 9 })).not.toHaveProperty('jp');
    expect(publicTraining({ ...facts, learners: 10 })).toHaveProperty('jp');
    expect(publicTraining({ ...facts, paidFor: 9 })).not.toHaveProperty('spent');
    expect(publicTraining({ ...facts, paidFor: 10, spent: 0 })).toMatchObject({ spent: 0 });
    expect(publicTraining({ ...facts, spent: 1 })).toMatchObject({ spent: 1_000_000 });
    expect(publicTraining({ ...facts, spent: 2_000_000 })).toMatchObject({ spent: 2_000_000 });
    const few = { ...facts, learners: 3, paidFor: 0, learnings: [{ topic: 'data', people: 9 }] };
    expect(publicTraining(few)).toEqual({ year: 2026, topics: [] });
  });

  it('tells of no topic whose courses nine people or fewer have learned, however many of these there are', () => {
    const learning = fc.record({
      topic: fc.constantFrom('a', 'b', 'c'),
      people: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(learning, { maxLength: 20 }), (learnings) => {
        const { topics } = publicTraining({ ...facts, learnings });
        for (const { topic, times } of topics) {
          const own = learnings.filter((one) => one.topic === topic).map(({ people }) => people);
          expect(Math.max(...own)).toBeGreaterThanOrEqual(10);
          expect(times % 5).toBe(0);
          expect(times).toBeLessThanOrEqual(own.reduce((sum, people) => sum + people, 0));
        }
      }),
    );
  });
});
