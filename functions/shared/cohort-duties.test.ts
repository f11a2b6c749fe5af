import type { PersonId } from '@sinau/kernel';
import type { PathId } from '@sinau/programmes';
import { expect, it } from 'vitest';
import { cohortDutiesOf } from './cohort-duties.ts';

const sri = 'sri' as PersonId;
const course = { kind: 'course', courseId: 'c1', title: {} } as const;
const path = { kind: 'path', pathId: 'p1' as PathId, version: 1 } as const;

const asks = (owed: readonly object[], current?: object) =>
  cohortDutiesOf({
    duties: { dutiesOf: async () => owed as never },
    enrolments: { findCurrent: async () => current as never },
  });

it('a course is required by an open duty, or where it was given, until it is finished', async () => {
  const isRequired = (owed: readonly object[], current?: object) =>
    asks(owed, current).isRequired(sri, course);
  expect(await isRequired([])).toBe(false);
  expect(await isRequired([{ courseId: 'c1', state: 'required' }])).toBe(true);
  expect(await isRequired([{ courseId: 'c1', state: 'finished' }])).toBe(false);
  expect(await isRequired([{ courseId: 'c2', state: 'required' }])).toBe(false);
  expect(await isRequired([], { state: 'active', assignment: {} })).toBe(true);
  expect(await isRequired([], { state: 'active' })).toBe(false);
  expect(await isRequired([], { state: 'completed', assignment: {} })).toBe(false);
});

it('a path is required by an open duty of it', async () => {
  expect(await asks([{ courseId: 'path:p1', state: 'started' }]).isRequired(sri, path)).toBe(true);
  expect(await asks([{ courseId: 'p1', state: 'started' }]).isRequired(sri, path)).toBe(false);
});
