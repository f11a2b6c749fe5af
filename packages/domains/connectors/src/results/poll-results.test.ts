import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { correctionsOf, type ExternalResult, outcomeOf } from '@sinau/rostering';
import { expect, it } from 'vitest';
import { AdapterFailure, type ProviderAdapter } from '../ports.ts';
import { memoryCourseParts } from '../testing/results/memory-course-parts.ts';
import { memoryLearnerNames, memoryPollMarks } from '../testing/results/memory-learner-names.ts';
import { memoryPollRunStore } from '../testing/results/memory-poll-runs.ts';
import { memoryResultStore } from '../testing/results/memory-result-store.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { pollResults } from './poll-results.ts';
import type { OurLearner } from './ports.ts';
import { versionOf } from './settle-results.ts';
import { startPoll } from './start-poll.ts';

const connection = sampleConnection();
const { connectionId, providerId } = connection;
const nobody = {
  registrationOf: async () => ({ reason: 'learner-unknown' as const }),
  partsOf: async () => ({ moduleIds: ['m1'] }),
};

/** A course of `size` learners, each with a final score. */
function world(size: number, courses: readonly string[] = ['4']) {
  const grades = new Map<string, number>(Array.from({ length: size }, (_, n) => [`u${n}`, 80]));
  const asked: number[] = [];
  const learnersAsked: string[] = [];
  let gone: string | undefined;
  let secondsEach = 0;
  const clock = fixedClock();
  let breaksAt: number | undefined;
  let isTimeless = false;
  const adapter = {
    async *readResults({ externalCourseId, learners }: Parameters<ProviderAdapter['readResults']>[0]) {
      asked.push(learners.length);
      clock.advance(secondsEach * 1_000);
      if (externalCourseId === gone) throw new AdapterFailure('course-unknown', { passing: false });
      if (asked.length === breaksAt) throw new AdapterFailure('timeout', { passing: true });
      for (const { externalLearnerId } of learners) {
        learnersAsked.push(externalLearnerId);
        const given = grades.get(externalLearnerId);
        if (given === undefined) continue;
        const timed = { occurredAt: '2026-03-01T00:00:00.000Z' };
        const eventId = `grade ${given}`;
        const untimed = { occurredAt: clock.now().toISOString(), eventId, untimed: true as const };
        const result = {
          ...{ externalCourseId, externalLearnerId, ...(isTimeless ? untimed : timed) },
          ...{ kind: 'score', given, maximum: 100, isFinal: true },
        } satisfies ExternalResult;
        // Each answer is written anew by its server, whatever it says.
        const text = JSON.stringify({ given, askedAt: asked.length });
        yield { result, sent: { text, contentType: 'application/json' } };
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
    placing: {
      results,
      names: memoryLearnerNames(),
      courseParts: memoryCourseParts(),
      finder: nobody,
      clock,
    },
    marks: memoryPollMarks(),
    polls: memoryPollRunStore(),
    ids: countedIds(),
    digest: nodeDigest,
    clock,
    adapters: { adapterOf: async () => adapter },
    ours: {
      async *courses({ after = '' }: { readonly after?: string }) {
        for (const externalCourseId of courses)
          if (externalCourseId > after) yield { connectionId, externalCourseId, courseId: 'c1' };
      },
      async *learners(): AsyncGenerator<OurLearner> {
        const learner = { completed: false, enrolledAt: '2026-03-01T00:00:00.000Z' };
        for (const id of grades.keys()) yield { ...learner, registration: id, externalLearnerId: id };
        yield { ...learner, registration: 'not there yet' };
      },
    },
  };
  const poll = async (deadlineMs = Number.POSITIVE_INFINITY) => {
    const { runId } = await startPoll(deps, { connectionId });
    const outcome = await pollResults(deps, { connection, runId, deadlineMs });
    return { outcome, ...(await deps.polls.last(connectionId)) };
  };
  return {
    ...{ deps, results, grades, asked, clock, poll, learnersAsked },
    loseCourse: (externalCourseId: string) => {
      gone = externalCourseId;
    },
    takeSeconds: (seconds: number) => {
      secondsEach = seconds;
    },
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
  const { poll, results, grades, takes, asked } = world(300);
  expect(await poll()).toMatchObject({ courses: 1, learners: 300, taken: 300, refused: 0, state: 'done' });
  expect(Math.max(...asked)).toBeLessThanOrEqual(50);
  expect(await poll()).toMatchObject({ taken: 0 });
  expect(takes()).toBe(300);
  grades.set('u7', 30);
  expect(await poll()).toMatchObject({ taken: 1 });
  expect(takes()).toBe(301);
  expect((await results.list({ providerId, limit: 1000 })).results).toHaveLength(301);
});

it('R10: an answer that broke off loses nothing and doubles nothing', async () => {
  const { poll, results, breakAt } = world(300);
  breakAt(5);
  await expect(poll()).rejects.toMatchObject({ reason: 'timeout' });
  breakAt(undefined);
  await poll();
  expect((await results.list({ providerId, limit: 1000 })).results).toHaveLength(300);
});

it('what a provider says without a time is taken once, however often it is asked', async () => {
  const { poll, results, grades, takes, clock, sayNoTimes } = world(3);
  sayNoTimes();
  await poll();
  const known = (await results.list({ providerId, limit: 10 })).results;
  for (let n = 0; n < 3; n += 1) {
    clock.advance(60_000);
    expect(await poll()).toMatchObject({ taken: 0 });
  }
  expect(takes()).toBe(3);
  expect((await results.list({ providerId, limit: 10 })).results).toEqual(known);
  grades.set('u1', 30);
  expect(await poll()).toMatchObject({ taken: 1 });
});

it('a grade without a time that goes back to an earlier value stands, whenever which answer is taken', async () => {
  const { poll, results, grades, clock, sayNoTimes } = world(1);
  sayNoTimes();
  const told: { readonly given: number; readonly from: string }[] = [];
  for (const given of [80, 60, 80]) {
    grades.set('u0', given);
    clock.advance(60_000);
    await poll();
    told.push({ given, from: clock.now().toISOString() });
  }
  const { results: all } = await results.list({ providerId, limit: 10 });
  expect(all).toHaveLength(2);
  const versions = all.map(versionOf);
  for (const one of [versions, versions.toReversed()]) {
    expect(outcomeOf(one, { by: 'score' }).score).toMatchObject({
      what: { given: 80 },
      at: told[2]?.from,
    });
    expect(correctionsOf(one).score).toMatchObject({ from: 0.6, to: 0.8 });
  }
  // Twin: with a time of its own the one that happened last stands, however often the other is told.
  const timed = all.map(({ event, ...rest }) => {
    const { untimed: _, ...result } = event.result;
    return versionOf({ ...rest, event: { ...event, result } });
  });
  expect(outcomeOf(timed, { by: 'score' }).score).toMatchObject({ what: { given: 60 } });
});

it('R10: a large catalogue is asked through in portions, each learner once', async () => {
  const { poll, learnersAsked, takeSeconds, clock, deps } = world(400, ['4', '5']);
  takeSeconds(10);
  const until = () => clock.now().getTime() + 60_000;
  let last = await poll(until());
  expect(last).toMatchObject({ outcome: 'again', state: 'running' });
  const first = last.runId;
  for (let n = 0; n < 20 && last.outcome === 'again'; n += 1) last = await poll(until());
  expect(last).toMatchObject({ outcome: 'done', runId: first, courses: 2, learners: 800 });
  expect(learnersAsked).toHaveLength(800);
  // The next round begins at the front.
  expect((await startPoll(deps, { connectionId })).outcome).toBe('begun');
  expect(await deps.polls.last(connectionId)).not.toHaveProperty('cursor');
});

it('R10: the next round begins where a broken one stopped, and goes round', async () => {
  const { poll, learnersAsked, breakAt } = world(300);
  breakAt(5);
  await expect(poll()).rejects.toMatchObject({ reason: 'timeout' });
  breakAt(undefined);
  const before = new Set(learnersAsked);
  learnersAsked.length = 0;
  expect(await poll()).toMatchObject({ outcome: 'done' });
  expect(learnersAsked.filter((id) => before.has(id))).toEqual([]);
  expect(before.size + learnersAsked.length).toBe(300);
});

it('a course that is gone over there holds up no other', async () => {
  const { poll, loseCourse } = world(30, ['3', '4']);
  loseCourse('3');
  expect(await poll()).toMatchObject({ outcome: 'done', courses: 2, taken: 30 });
});

it('lets one round be under way, and of two workers one goes on', async () => {
  const { poll, deps, clock } = world(300);
  await poll(0);
  const under = await startPoll(deps, { connectionId, startedBy: 'siti' });
  expect(under.outcome).toBe('running');
  const input = { connection, runId: under.runId, deadlineMs: Number.POSITIVE_INFINITY };
  const outcomes = await Promise.all([pollResults(deps, input), pollResults(deps, input)]);
  expect(outcomes.toSorted()).toEqual(['done', 'lost']);
  expect(await pollResults(deps, input)).toBe('over');
  await poll(0);
  clock.advance(31 * 60_000);
  expect((await startPoll(deps, { connectionId })).outcome).toBe('begun');
});

/** A course of whose learners nobody knows the ids there. */
function unnamedWorld(failure?: AdapterFailure) {
  const made = world(0);
  const { deps, results } = made;
  const roster = ['s-1', 's-2', 'of-another'].map((subject, n) => ({
    ...{ externalCourseId: '4', externalLearnerId: `id-${n + 1}`, subject, state: 'active' as const },
  }));
  let rosters = 0;
  const asked: string[] = [];
  const adapter = {
    async *readEnrolments() {
      rosters += 1;
      if (failure) throw failure;
      yield* roster;
    },
    async *readResults({ externalCourseId, learners }: Parameters<ProviderAdapter['readResults']>[0]) {
      for (const { externalLearnerId } of learners) {
        asked.push(externalLearnerId);
        const said = { kind: 'score', given: 80, maximum: 100, isFinal: true } as const;
        const result = {
          externalCourseId,
          externalLearnerId,
          occurredAt: '2026-03-01T00:00:00.000Z',
          ...said,
        };
        yield { result, sent: { text: '{}', contentType: 'application/json' } };
      }
    },
  } as unknown as ProviderAdapter;
  const { names } = deps.placing;
  const ours = {
    ...deps.ours,
    async *learners(): AsyncGenerator<OurLearner> {
      for (const n of [1, 2, 3]) {
        const known = (await names.of(`r${n}`)).find(({ kind }) => kind === 'learner')?.value;
        const id = n === 3 ? 'id-9' : known;
        yield {
          ...{ registration: `r${n}`, completed: false, enrolledAt: '2026-03-01T00:00:00.000Z' },
          ...{ subject: `s-${n}`, ...(id !== undefined && { externalLearnerId: id }) },
        };
      }
    },
  };
  const on = { ...deps, ours, adapters: { adapterOf: async () => adapter } };
  const poll = async () => {
    const { runId } = await startPoll(on, { connectionId });
    await pollResults(on, { connection, runId, deadlineMs: Number.POSITIVE_INFINITY });
    return on.polls.last(connectionId);
  };
  return { ...made, results, names, asked, poll, rosters: () => rosters };
}

it('asks for learners whom the list of the course names by our pseudonym, and remembers them', async () => {
  const { poll, asked, names, rosters } = unnamedWorld();
  expect(await poll()).toMatchObject({ state: 'done', learners: 3, taken: 3 });
  expect(asked.toSorted()).toEqual(['id-1', 'id-2', 'id-9']);
  expect(await names.of('r1')).toMatchObject([
    { kind: 'learner', value: 'id-1' },
    { kind: 'subject', value: 's-1' },
  ]);
  await poll();
  // By now everybody has a name, and nobody looks for one.
  expect(rosters()).toBe(1);
});

it('asks for those who are known where the provider shows no list, and waits where it does not answer', async () => {
  const refusing = unnamedWorld(new AdapterFailure('not-permitted', { passing: false }));
  expect(await refusing.poll()).toMatchObject({ state: 'done', learners: 1 });
  expect(refusing.asked).toEqual(['id-9']);
  const silent = unnamedWorld(new AdapterFailure('timeout', { passing: true }));
  await expect(silent.poll()).rejects.toMatchObject({ reason: 'timeout' });
});
