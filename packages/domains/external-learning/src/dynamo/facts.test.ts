import { externalLearningMovedSchema } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { learningOf, lineOf } from '../testing/samples.ts';
import { changedPlanItem, externalLearningFacts } from './facts.ts';
import { toLineRow, toRecordRow } from './rows.ts';

it('a step is told once, under one id, and nothing else of a record is', () => {
  const learning = learningOf({ state: 'reported', lines: 2, rev: 2 });
  const row = toLineRow(learning, lineOf(learning));
  const facts = externalLearningFacts({ after: row });
  expect(facts).toEqual([externalLearningMovedSchema.parse(facts[0])]);
  expect(facts[0]).toMatchObject({ eventId: 'external-learning-moved:sri:l1:2', state: 'reported' });
  expect(externalLearningFacts({ before: row, after: row })).toEqual([]);
  expect(externalLearningFacts({ after: toRecordRow(learning) })).toEqual([]);
});

it('names whose record answers another item of a plan than before, and nobody for other changes', () => {
  const named = (year: number, itemId = 'i1', at = '2026-03-02T01:00:00.000Z') =>
    toRecordRow(learningOf({ planItem: { year, itemId, by: 'agus' as PersonId, at } }));
  const bare = toRecordRow(learningOf());
  expect(changedPlanItem({ before: bare, after: named(2026) })).toBe('sri');
  expect(changedPlanItem({ after: named(2026) })).toBe('sri');
  expect(changedPlanItem({ before: named(2026), after: named(2026, 'i2') })).toBe('sri');
  expect(changedPlanItem({ before: named(2026), after: bare })).toBe('sri');
  const again = named(2026, 'i1', '2026-03-03T01:00:00.000Z');
  expect(changedPlanItem({ before: named(2026), after: again })).toBeUndefined();
  expect(changedPlanItem({ before: bare, after: bare })).toBeUndefined();
  expect(changedPlanItem({ before: named(2026) })).toBeUndefined();
  expect(changedPlanItem({ after: toLineRow(learningOf(), lineOf(learningOf())) })).toBeUndefined();
});
