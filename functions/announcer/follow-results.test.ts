import type { OutcomePort } from '@sinau/connectors/results';
import { memoryLearnerNames, memoryResultStore } from '@sinau/connectors/testing';
import type { ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { expect, it } from 'vitest';
import { followResults } from './follow-results.ts';

const registration = '00000000-0000-4000-8000-000000000001';
const occurredAt = '2026-03-02T01:00:00.000Z';
const place = { registration, moduleId: 'm1' };

it('follows a result to its place, and from there to what it comes to, also in the next version', async () => {
  const results = memoryResultStore(nodeDigest);
  const recorded: Parameters<OutcomePort['record']>[0][] = [];
  const deps = {
    results: async () => ({
      ...{ results, names: memoryLearnerNames(), clock: fixedClock() },
      providerEnrolments: { find: async () => undefined },
      finder: { registrationOf: async () => place, partsOf: async () => ['m1'] },
      outcomes: {
        record: async (outcome: Parameters<OutcomePort['record']>[0]) => {
          recorded.push(outcome);
          return 'recorded' as const;
        },
      },
    }),
  };
  await results.take({
    ...{ providerId: 'kampus' as ProviderId, source: 'ags', eventId: 'e1', receivedAt: occurredAt, raw: '' },
    about: { kind: 'registration', ...place },
    result: { kind: 'completion', occurredAt, completed: true },
  });
  const { results: taken } = await results.list({ providerId: 'kampus' as ProviderId, limit: 1 });
  const resultId = taken[0]?.resultId ?? '';
  const said = { eventId: 'e', occurredAt };
  await followResults(deps, { ...said, type: 'result-arrived', resultId, providerId: 'kampus' });
  expect(await results.find(resultId)).toMatchObject({ decision: { state: 'placed', place } });
  await followResults(deps, { ...said, type: 'result-placed', ...place });
  const moved = { registration, personId: 'p1', courseId: 'c1', from: 1, to: 2 };
  await followResults(deps, { ...said, type: 'enrolment-moved', ...moved } as never);
  expect(recorded.map(({ moduleId, versions }) => [moduleId, versions.length])).toEqual([
    ['m1', 1],
    ['m1', 1],
  ]);
});
