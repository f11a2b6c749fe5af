import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import type { ExternalResult } from '@sinau/rostering';
import { expect, it } from 'vitest';
import { AdapterFailure, type ProviderAdapter } from '../ports.ts';
import { memoryPollMarks } from '../testing/results/memory-learner-names.ts';
import { memoryResultStore } from '../testing/results/memory-result-store.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { pollResults } from './poll-results.ts';
import type { OurLearner } from './ports.ts';

const connection = sampleConnection();
const { connectionId, providerId } = connection;

/** A course of `size` learners, each with a final score. */
function world(size: number) {
  const grades = new Map<string, number>(Array.from({ length: size }, (_, n) => [`u${n}`, 80]));
  const asked: number[] = [];
  const clock = fixedClock();
  let breaksAt: number | undefined;
  let isTimeless = false;
  const adapter = {
    async *readResults({ externalCourseId, learners }: Parameters<ProviderAdapter['readResults']>[0]) {
      asked.push(learners.length);
      if (asked.length === breaksAt) throw new AdapterFailure('timeout', { passing: true });
      for (const { externalLearnerId } of learners) {
        const given = grades.get(externalLearnerId);
        if (given === undefined) continue;
        const timed = { occurredAt: '2026-03-01T00:00:00.000Z' };
        const untimed = { occurredAt: clock.now().toISOString(), eventId: `grade ${given}` };
        yield {
          ...{ externalCourseId, externalLearnerId, ...(isTimeless ? untimed : timed) },
          ...{ kind: 'score', given, maximum: 100, isFinal: true },
        } satisfies ExternalResult;
      }
    },
  } as unknown as ProviderAdapter;
  const results = memoryResultStore(nodeDigest);
  let takes = 0;
  const deps = {
    results: {
      ...results,
      take: async (event: Parameters<typeof results.take>[0]) => {
        takes += 1;
        return results.take(event);
      },
    },
    marks: memoryPollMarks(),
    digest: nodeDigest,
    clock,
    adapters: { adapterOf: async () => adapter },
    ours: {
      async *courses() {
        yield { connectionId, externalCourseId: '4', courseId: 'c1' };
      },
      async *learners(): AsyncGenerator<OurLearner> {
        const learner = { completed: false, enrolledAt: '2026-03-01T00:00:00.000Z' };
        for (const id of grades.keys()) yield { ...learner, registration: id, externalLearnerId: id };
        yield { ...learner, registration: 'not there yet' };
      },
    },
  };
  return {
    ...{ deps, results, grades, asked, clock },
    sayNoTimes: () => {
      isTimeless = true;
    },
    takes: () => takes,
    breakAt: (n: number | undefined) => {
      breaksAt = n;
    },
  };
}

it('takes every result once, and what says nothing new costs no write', async () => {
  const { deps, results, grades, takes, asked } = world(300);
  expect(await pollResults(deps, connection)).toEqual({ courses: 1, learners: 300, taken: 300, refused: 0 });
  expect(Math.max(...asked)).toBeLessThanOrEqual(50);
  expect(await pollResults(deps, connection)).toMatchObject({ taken: 0 });
  expect(takes()).toBe(300);
  grades.set('u7', 30);
  expect(await pollResults(deps, connection)).toMatchObject({ taken: 1 });
  expect(takes()).toBe(301);
  expect((await results.list({ providerId, limit: 1000 })).results).toHaveLength(301);
});

it('R10: an answer that broke off loses nothing and doubles nothing', async () => {
  const { deps, results, breakAt } = world(300);
  breakAt(5);
  await expect(pollResults(deps, connection)).rejects.toMatchObject({ reason: 'timeout' });
  breakAt(undefined);
  await pollResults(deps, connection);
  expect((await results.list({ providerId, limit: 1000 })).results).toHaveLength(300);
});

it('what a provider says without a time is taken once, however often it is asked', async () => {
  const { deps, results, grades, takes, clock, sayNoTimes } = world(3);
  sayNoTimes();
  await pollResults(deps, connection);
  const known = (await results.list({ providerId, limit: 10 })).results;
  for (let n = 0; n < 3; n += 1) {
    clock.advance(60_000);
    expect(await pollResults(deps, connection)).toMatchObject({ taken: 0 });
  }
  expect(takes()).toBe(3);
  expect((await results.list({ providerId, limit: 10 })).results).toEqual(known);
  grades.set('u1', 30);
  expect(await pollResults(deps, connection)).toMatchObject({ taken: 1 });
});
