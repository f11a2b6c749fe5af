import { expect, it } from 'vitest';
import { outcomesEn } from './outcomes.ts';
import { syncEn } from './sync.ts';

it('counts one thing as one in English', () => {
  expect(outcomesEn.compared('1', '2')).toBe('1 course, 2 learners');
  expect(outcomesEn.compared('0', '1')).toBe('0 courses, 1 learner');
  expect(outcomesEn.polled('1', '1', '1')).toBe('1 course asked through, 1 learner, 1 new result.');
  expect(syncEn.readCount('1')).toBe('1 course was read.');
  expect(syncEn.hidden('1.000')).toBe('1.000 courses are hidden there, and counted as withdrawn.');
});
