import type { ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { expect, it } from 'vitest';
import { memoryCourseParts } from '../testing/results/memory-course-parts.ts';
import { memoryLearnerNames } from '../testing/results/memory-learner-names.ts';
import { memoryResultStore } from '../testing/results/memory-result-store.ts';
import { mapLearners } from './map-learners.ts';
import { placeResult } from './place-result.ts';
import type { PlaceFinder } from './ports.ts';
import { takeMany } from './take-many.ts';

const providerId = 'kampus' as ProviderId;
const connectionId = '00000000-0000-4000-8000-000000000010';
const row = { externalCourseId: '4', externalLearnerId: '1734', subject: 's-1' };

function world() {
  const finder: PlaceFinder = {
    registrationOf: async ({ subject }) =>
      subject === 's-1' ? { registration: 'r-1' } : { reason: 'learner-unknown' },
    partsOf: async () => ({ moduleIds: ['m-1'] }),
  };
  const results = memoryResultStore(nodeDigest);
  return {
    results,
    names: memoryLearnerNames(),
    courseParts: memoryCourseParts(),
    finder,
    clock: fixedClock(),
    digest: nodeDigest,
  };
}

it('places what waited for those whom a provider names, and says whom nobody knows', async () => {
  const deps = world();
  const about = { externalCourseId: '4', externalLearnerId: '1734', occurredAt: '2026-03-01T00:00:00Z' };
  const result = { ...about, kind: 'completion' as const, completed: true };
  const sent = { text: '{}', contentType: 'application/json' };
  await takeMany(deps, { providerId, connectionId, source: 'xapi', results: [{ result, sent }] });
  const resultId = (await deps.results.list({ providerId, limit: 1 })).results[0]?.resultId ?? '';
  expect(await placeResult(deps, { resultId })).toBe('unmatched');
  const learners = [{ ...row, externalLearnerId: '9', subject: 's-9' }, row];
  const said = { providerId, connectionId, learners };
  expect(await mapLearners(deps, said)).toEqual({ mapped: 1, placed: 1, unknown: [0] });
  expect((await deps.results.find(resultId))?.decision).toMatchObject({
    place: { registration: 'r-1', moduleId: 'm-1' },
  });
  expect(await mapLearners(deps, said)).toEqual({ mapped: 1, placed: 0, unknown: [0] });
});

it('takes the account by which somebody is enrolled there for their name as well, and no stranger’s', async () => {
  const deps = world();
  const course = { connectionId, externalCourseId: '4' };
  const account = { ...course, kind: 'learner' as const, value: 'sri_contoh' };
  await deps.names.note(account, { registration: 'r-2', at: '2026-03-01T00:00:00Z' });
  const of = (externalCourseId: string, subject: string) =>
    mapLearners(deps, {
      ...{ providerId, connectionId },
      learners: [{ externalCourseId, externalLearnerId: '32e08e30', subject }],
    });
  expect(await of('4', 'sri_contoh')).toMatchObject({ mapped: 1, unknown: [] });
  expect(await deps.names.find({ ...account, value: '32e08e30' })).toBe('r-2');
  // It is no pseudonym, and is noted as none.
  expect(await deps.names.find({ ...course, kind: 'subject', value: 'sri_contoh' })).toBeUndefined();
  expect(await of('5', 'sri_contoh')).toMatchObject({ mapped: 0, unknown: [0] });
  expect(await of('4', 'orang')).toMatchObject({ mapped: 0, unknown: [0] });
});

it('takes no empty names and no more than 200 at once', async () => {
  const of = (learners: readonly (typeof row)[]) =>
    mapLearners(world(), { providerId, connectionId, learners });
  for (const learners of [[], [{ ...row, subject: '' }], Array.from({ length: 201 }, () => row)]) {
    await expect(of(learners)).rejects.toMatchObject({ code: 'request.invalid' });
  }
});
