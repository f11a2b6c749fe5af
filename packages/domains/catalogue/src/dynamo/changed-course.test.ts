import type { Jp } from '@sinau/kernel';
import { expect, it } from 'vitest';
import type { Course } from '../course.ts';
import { courseOf } from '../testing/course-fixtures.ts';
import { changedCourse } from './changed-course.ts';
import { toCourseRow } from './rows.ts';

const draft = courseOf();
const published: Course = {
  ...draft,
  ...{ status: 'published', jp: 400 as Jp, publishedVersion: 1, publishedAt: '2026-03-02T01:00:00.000Z' },
};
const changed = (before: Course | undefined, after: Course | undefined) =>
  changedCourse({
    ...(before && { before: toCourseRow(before) }),
    ...(after && { after: toCourseRow(after) }),
  });

it('names courses that are published, changed in public, retired or gone', () => {
  expect(changed(draft, published)).toBe('c1');
  expect(changed(published, { ...published, title: { id: 'Lain' }, rev: 2 })).toBe('c1');
  expect(changed(published, { ...published, details: { ...published.details, price: 5 } })).toBe('c1');
  expect(changed(published, { ...published, status: 'retired' })).toBe('c1');
  expect(changed(published, undefined)).toBe('c1');
});

it('is silent about drafts and rows of others', () => {
  expect(changed(undefined, draft)).toBeUndefined();
  expect(changed(draft, { ...draft, title: { id: 'Lain' } })).toBeUndefined();
  const edited = {
    ...published,
    draft: { ...published.draft, title: { id: 'Baru' } },
    updatedAt: 'x',
    rev: 9,
  };
  expect(changed(published, edited)).toBeUndefined();
  expect(changedCourse({ after: { pk: 'PERSON#1', sk: 'PERSON', kind: 'person' } })).toBeUndefined();
});
