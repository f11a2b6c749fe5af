import { externalLearningMovedSchema } from '@sinau/domain-events';
import { expect, it } from 'vitest';
import { learningOf, lineOf } from '../testing/samples.ts';
import { externalLearningFacts } from './facts.ts';
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
