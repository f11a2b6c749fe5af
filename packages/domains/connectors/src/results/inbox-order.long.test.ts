import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { withTables } from '@sinau/platform/testing';
import { correctionsOf, outcomeOf } from '@sinau/rostering';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLearnerNames } from '../dynamo/results/learner-names.ts';
import { createResultStore } from '../dynamo/results/result-store.ts';
import {
  course,
  deliver,
  inboxEvents,
  registrationOf,
  type SentEvent,
  studentOf,
  subjectOf,
} from '../testing/results/inbox-events.ts';
import { memoryLearnerNames } from '../testing/results/memory-learner-names.ts';
import { memoryResultStore } from '../testing/results/memory-result-store.ts';
import { kampus } from '../testing/results/sample-result.ts';
import { learnerKnown } from './match-later.ts';
import { placeResult } from './place-result.ts';
import type { LearnerNames, OutcomePort, PlaceFinder, ResultStore } from './ports.ts';
import { settleResults } from './settle-results.ts';

const learners = 40;
const all = Array.from({ length: learners }, (_, learner) => learner);
const registrations = all.map((learner) => registrationOf(nodeDigest, learner));
const finder: PlaceFinder = {
  registrationOf: async ({ subject }) => {
    const registration = registrations[all.findIndex((learner) => subjectOf(learner) === subject)];
    return registration === undefined ? { reason: 'learner-unknown' } : { registration };
  },
  partsOf: async () => ['m1'],
};

type Draw = (below: number) => number;
type Job = { readonly place: string } | { readonly settle: string };
interface Stores {
  readonly results: ResultStore;
  readonly names: LearnerNames;
}

/** Lets everything come in one order; what follows from each is worked off at any later moment, and now and then twice. */
async function play(stores: Stores, order: { readonly events: readonly SentEvent[]; readonly draw: Draw }) {
  const { draw } = order;
  const clock = fixedClock('2026-11-20T09:00:00.000Z');
  const ends = new Map<string, { readonly score: unknown; readonly whole: unknown }>();
  const outcomes: OutcomePort = {
    record: async ({ registration, standing }) => {
      const versions = await standing();
      const outcome = outcomeOf(versions, { by: 'pass', passMark: 0.7 });
      const score = outcome.score?.what;
      // When things came to us is another matter in every order, and the only one.
      const hide = (key: string, value: unknown) => (key === 'receivedAt' ? undefined : value);
      const whole = JSON.parse(JSON.stringify([outcome, correctionsOf(versions)], hide));
      ends.set(registration, { score, whole });
      return 'recorded';
    },
  };
  const deps = { ...stores, finder, clock, digest: nodeDigest, outcomes };
  const jobs: Job[] = [];
  const workOne = async () => {
    const [job] = jobs.splice(draw(jobs.length), 1);
    if (!job) return;
    if (draw(10) === 9) jobs.push(job);
    if ('settle' in job) await settleResults(deps, { registration: job.settle, moduleId: 'm1' });
    else if ((await placeResult(deps, { resultId: job.place })) === 'placed') {
      const decision = (await stores.results.find(job.place))?.decision;
      if (decision?.state === 'placed') jobs.push({ settle: decision.place.registration });
    }
  };
  const meet = async (learner: number) => {
    const registration = registrations[learner] ?? '';
    await learnerKnown(deps, {
      ...course,
      providerId: kampus,
      externalLearnerId: studentOf(learner),
      registration,
    });
    jobs.push({ settle: registration });
  };
  const said = { taken: 0, duplicate: 0, contradicts: 0, refused: 0 };
  const unknown = [...all];
  for (const event of order.events) {
    clock.advance(1000);
    const { outcome, resultId } = await deliver(deps, event);
    said[outcome] += 1;
    if (outcome === 'taken') jobs.push({ place: resultId });
    for (let n = draw(3); n > 0; n -= 1) await workOne();
    const [known] = draw(25) === 0 ? unknown.splice(draw(unknown.length), 1) : [];
    if (known !== undefined) await meet(known);
  }
  for (const learner of unknown) await meet(learner);
  while (jobs.length > 0) await workOne();
  return { ends, said, placed: await placedIn(stores.results) };
}

/** Which of the inbox count, and where. */
async function placedIn(results: ResultStore): Promise<readonly string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const from = after === undefined ? {} : { after };
    const page = await results.list({ providerId: kampus, limit: 100, ...from });
    for (const { resultId, decision } of page.results) {
      if (decision.state === 'placed') found.push(`${resultId} ${decision.place.registration}`);
    }
    after = page.next;
  } while (after !== undefined);
  return found.toSorted();
}

const named: ReadonlySet<string> = new Set(['webhook', 'xapi']);

/** The same saying about the same learner by the same way is one, however often it comes; what has an id is told by that. */
const distinct = (events: readonly SentEvent[]): number =>
  new Set(
    events.map(({ learner, way, place, saying }) =>
      JSON.stringify([learner, way, named.has(way) ? place : Object.entries(saying).toSorted()]),
    ),
  ).size;

/** Read off the list of all that was said, without any of our rules: the latest final scores of a learner, of one moment. */
function lastScores(events: readonly SentEvent[], learner: number): readonly number[] {
  const finals = events.flatMap(({ learner: whose, saying }) =>
    whose === learner && saying.kind === 'score' && saying.isFinal ? [saying] : [],
  );
  const last = finals
    .map(({ occurredAt }) => occurredAt)
    .toSorted()
    .at(-1);
  return finals.filter(({ occurredAt }) => occurredAt === last).map(({ given }) => given);
}

function shuffled<One>(list: readonly One[], draw: Draw): readonly One[] {
  const dealt = [...list];
  for (let n = dealt.length - 1; n > 0; n -= 1) {
    const other = draw(n + 1);
    [dealt[n], dealt[other]] = [dealt[other] as One, dealt[n] as One];
  }
  return dealt;
}

/** Half of them come a second time. */
const withRepeats = (events: readonly SentEvent[]) => [
  ...events,
  ...events.filter(({ place }) => place % 4 < 2),
];

/** Numbers that one seed stands for (mulberry32), so that an order that goes wrong has a short name. */
function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

const memoryStores = (): Stores => ({
  results: memoryResultStore(nodeDigest),
  names: memoryLearnerNames(),
});

function oneEnd(stores: () => Stores, numRuns: number) {
  return fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const draw = drawFrom(seed);
      const events = inboxEvents(draw, { count: 1000, learners });
      const arrivals = withRepeats(events);
      const plain = await play(memoryStores(), { events, draw: () => 0 });
      const mixed = await play(stores(), { events: shuffled(arrivals, draw), draw });
      const count = distinct(events);
      expect(mixed.said).toEqual({
        ...{ taken: count, duplicate: arrivals.length - count },
        ...{ contradicts: 0, refused: 0 },
      });
      expect(mixed.placed).toHaveLength(count);
      expect(mixed.placed).toEqual(plain.placed);
      expect(mixed.ends).toEqual(plain.ends);
      for (const learner of all) {
        const { score } = mixed.ends.get(registrations[learner] ?? '') ?? {};
        const finals = lastScores(events, learner);
        expect(finals.map((given) => expect.objectContaining({ given }))).toContainEqual(score);
      }
    }),
    { numRuns },
  );
}

describe('a thousand results, half of them corrections and half said twice, by every way in any order', () => {
  it('come to the same, none lost and none counted twice', async () => {
    await oneEnd(memoryStores, 2);
  });

  withTables((_, tables) => {
    it('come to the same through the table', async () => {
      const { dynamo, lms } = tables();
      const names = createLearnerNames({ dynamo, table: lms });
      await oneEnd(
        () => ({ results: createResultStore({ dynamo, table: lms, digest: nodeDigest }), names }),
        1,
      );
    });
  });
});
