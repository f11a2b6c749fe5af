import { type OutcomePort, versionOf } from '@sinau/connectors/results';
import { memoryCourseParts, memoryLearnerNames, memoryResultStore } from '@sinau/connectors/testing';
import type { Enrolment } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { correctionsOf } from '@sinau/rostering';
import { expect, it } from 'vitest';
import { followResults } from './late-followers.ts';

const registration = '00000000-0000-4000-8000-000000000001';
const occurredAt = '2026-03-02T01:00:00.000Z';
const place = { registration, moduleId: 'm1' };

it('follows a result to its place, and from there to what it comes to, also in the next version', async () => {
  const results = memoryResultStore(nodeDigest);
  const recorded: (readonly [string, number])[] = [];
  const deps = {
    enrolments: memoryEnrolmentStore(),
    results: async () => ({
      ...{ results, names: memoryLearnerNames(), courseParts: memoryCourseParts(), clock: fixedClock() },
      providerEnrolments: { find: async () => undefined },
      subjects: { knownSubjects: async () => new Map() },
      providerWords: { wordOn: async () => ({}) },
      finder: { registrationOf: async () => place, partsOf: async () => ({ moduleIds: ['m1'] }) },
      outcomes: {
        record: async ({ moduleId, standing }: Parameters<OutcomePort['record']>[0]) => {
          recorded.push([moduleId, (await standing()).length]);
          return 'recorded' as const;
        },
      },
    }),
  };
  await results.take({
    ...{
      providerId: 'kampus' as ProviderId,
      source: 'ags',
      eventId: 'e1',
      receivedAt: occurredAt,
      sent: { text: '', contentType: 'application/json' },
    },
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
  expect(recorded).toEqual([
    ['m1', 1],
    ['m1', 1],
  ]);
});

const minute = (n: number) => new Date(Date.parse(occurredAt) + n * 60_000).toISOString();
const enrolment = {
  ...{ enrolmentId: 'e1', personId: 'sri', courseId: 'c1', version: 1, registration },
  ...{ state: 'active', enrolledAt: occurredAt },
} as unknown as Enrolment;

/** What a provider says comes in this order, and each fact is followed as soon as it is there. */
async function afterwards(order: readonly number[], completed: readonly boolean[]) {
  const [results, enrolments] = [memoryResultStore(nodeDigest), memoryEnrolmentStore()];
  await enrolments.move({ after: enrolment });
  const deps = {
    enrolments,
    results: async () => ({
      ...{ results, names: memoryLearnerNames(), courseParts: memoryCourseParts(), clock: fixedClock() },
      providerEnrolments: { find: async () => undefined },
      subjects: { knownSubjects: async () => new Map() },
      finder: { registrationOf: async () => place, partsOf: async () => ({ moduleIds: ['m1'] }) },
      outcomes: {
        record: async () => {
          await enrolments.complete(enrolment, { at: occurredAt });
          return 'recorded' as const;
        },
      },
      providerWords: {
        wordOn: async ({ state }: Enrolment) => {
          const { completion } = correctionsOf((await results.versionsOf(place)).map(versionOf));
          const isBack = state === 'completed' && completion?.to === 'not-completed';
          return { ...(isBack && { takenBack: { at: completion.at } }), ...(completion && { completion }) };
        },
      },
    }),
  };
  for (const n of order) {
    await results.take({
      ...{
        providerId: 'kampus' as ProviderId,
        source: 'webhook',
        eventId: `e${n}`,
        receivedAt: minute(90),
        sent: { text: '', contentType: 'application/json' },
      },
      about: { kind: 'registration', ...place },
      result: { kind: 'completion', occurredAt: minute(n), completed: completed[n] ?? false },
    });
    const { results: all } = await results.list({ providerId: 'kampus' as ProviderId, limit: 10 });
    const said = { eventId: 'e', occurredAt };
    for (const { resultId } of all) {
      await followResults(deps, { ...said, type: 'result-arrived', resultId, providerId: 'kampus' });
    }
    await followResults(deps, { ...said, type: 'result-placed', ...place });
    await followResults(deps, { ...said, type: 'result-placed', ...place });
  }
  const found = await enrolments.findByRegistration(enrolment.registration);
  return { state: found?.state, word: found?.providerWord };
}

const orders = [
  [0, 1, 2],
  [2, 1, 0],
  [1, 2, 0],
];

it.each(orders)('notes a completion that was taken back, in the order %i, %i, %i', async (...order) => {
  const { state, word } = await afterwards(order, [true, false, false]);
  // What was reached stays reached.
  expect(state).toBe('completed');
  expect(word).toMatchObject({ takenBack: { at: minute(1) } });
});

it.each(orders)('notes one that was given again, in the order %i, %i, %i', async (...order) => {
  const { word } = await afterwards(order, [true, false, true]);
  expect(word).not.toHaveProperty('takenBack');
  expect(word?.completion).toEqual({ at: minute(2), from: 'not-completed', to: 'completed' });
});

it('notes the pseudonym of a learner beside the id that the provider has for them', async () => {
  const [results, names] = [memoryResultStore(nodeDigest), memoryLearnerNames()];
  const providerId = 'kampus' as ProviderId;
  const known = { connectionId: 'moodle-1', externalCourseId: '4', externalLearnerId: '17' };
  const at = { ...{ providerId, registration, personId: 'sri' }, ...known };
  const deps = {
    enrolments: memoryEnrolmentStore(),
    results: async () => ({
      ...{ results, names, clock: fixedClock() },
      providerEnrolments: { find: async () => at },
      subjects: { knownSubjects: async () => new Map([['sri', 's-sri']]) },
      finder: { registrationOf: async () => place, partsOf: async () => ({ moduleIds: ['m1'] }) },
      outcomes: { record: async () => 'unchanged' as const },
      providerWords: { wordOn: async () => ({}) },
    }),
  };
  const said = { eventId: 'e', occurredAt, registration };
  await followResults(
    deps as never,
    {
      ...{ ...said, type: 'provider-enrolment-settled', outcome: 'confirmed' },
    } as never,
  );
  expect((await names.of(registration)).map(({ kind, value }) => `${kind} ${value}`).toSorted()).toEqual([
    'learner 17',
    'subject s-sri',
  ]);
});
