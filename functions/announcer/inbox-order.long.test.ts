import { createLearnerNames, createResultStore } from '@sinau/connectors/dynamo';
import {
  type LearnerNames,
  learnerKnown,
  type OutcomePort,
  type PlaceFinder,
  placeResult,
  type ResultStore,
  settleResults,
  versionOf,
} from '@sinau/connectors/results';
import {
  deliverToInbox,
  inboxCourse,
  inboxEvents,
  inboxRegistrationOf,
  memoryCourseParts,
  memoryLearnerNames,
  memoryResultStore,
  type SentEvent,
  studentOf,
  subjectOf,
  tellsState,
} from '@sinau/connectors/testing';
import { recordOutcome } from '@sinau/delivery';
import { contentOf, courseOf, deliveryWorld, sri } from '@sinau/delivery/testing';
import type { ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { withTables } from '@sinau/platform/testing';
import { type CompletionRule, correctionsOf, outcomeOf } from '@sinau/rostering';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const kampus = 'kampus' as ProviderId;
const rule: CompletionRule = { by: 'pass', passMark: 0.7 };
const learners = 40;
const all = Array.from({ length: learners }, (_, learner) => learner);
const registrations = all.map((learner) => inboxRegistrationOf(nodeDigest, learner));
const finder: PlaceFinder = {
  registrationOf: async ({ subject }) => {
    const registration = registrations[all.findIndex((learner) => subjectOf(learner) === subject)];
    return registration === undefined ? { reason: 'learner-unknown' } : { registration };
  },
  partsOf: async () => ({ moduleIds: ['m1'] }),
};

type Draw = (below: number) => number;
type Job = { readonly place: string } | { readonly settle: string };
interface Stores {
  readonly results: ResultStore;
  readonly names: LearnerNames;
}

/** Registrations of all learners, with one part at a university that is passed by a mark. */
function delivery() {
  const structure = courseOf([['Passed']]);
  const { deps, entitlements } = deliveryWorld(structure);
  for (const one of registrations)
    entitlements.set(one, { personId: sri, courseId: 'c1', version: 1, open: true });
  const content = contentOf(structure, { kind: 'lti', moduleId: 'm1', completion: rule });
  return { ...deps, content: { find: async () => content } };
}

/** Lets everything come in one order; what follows from each is worked off at any later moment, and now and then twice. */
async function play(stores: Stores, order: { readonly events: readonly SentEvent[]; readonly draw: Draw }) {
  const { draw } = order;
  const clock = fixedClock('2026-11-20T09:00:00.000Z');
  const recorder = delivery();
  const outcomes: OutcomePort = { record: (given) => recordOutcome(recorder, given) };
  const deps = { ...stores, courseParts: memoryCourseParts(), finder, clock, digest: nodeDigest, outcomes };
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
      ...inboxCourse,
      providerId: kampus,
      externalLearnerId: studentOf(learner),
      registration,
    });
    jobs.push({ settle: registration });
  };
  const said = { taken: 0, duplicate: 0, contradicts: 0, refused: 0 };
  const unknown = [...all];
  const times = new Map<SentEvent, number>();
  for (const event of order.events) {
    clock.advance(1000);
    const again = times.get(event) ?? 0;
    times.set(event, again + 1);
    const { outcome, resultId } = await deliverToInbox(deps, event, again);
    said[outcome] += 1;
    // The stream tells what is new, and where something that counts has moved.
    if (outcome === 'taken') jobs.push({ place: resultId });
    const decision = (await stores.results.find(resultId))?.decision;
    if (decision?.state === 'placed') jobs.push({ settle: decision.place.registration });
    for (let n = draw(3); n > 0; n -= 1) await workOne();
    const [known] = draw(25) === 0 ? unknown.splice(draw(unknown.length), 1) : [];
    if (known !== undefined) await meet(known);
  }
  for (const learner of unknown) await meet(learner);
  while (jobs.length > 0) await workOne();
  const ends = new Map<string, object>();
  for (const registration of registrations) {
    const row = await recorder.registrations.read(registration);
    const standing = await stores.results.versionsOf({ registration, moduleId: 'm1' });
    const versions = standing.map(versionOf);
    // A message may be taken by its second delivery first: when it was taken is another matter in every order, and the only one.
    const hide = (key: string, value: unknown) => (key === 'receivedAt' ? undefined : value);
    const whole = JSON.parse(
      JSON.stringify([outcomeOf(versions, rule), correctionsOf(versions), row?.lastResultAt], hide),
    );
    ends.set(registration, { au: row?.aus[0], whole });
  }
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
const keyOf = ({ learner, way, place, saying }: SentEvent): string =>
  JSON.stringify([learner, way, named.has(way) ? place : Object.entries(saying).toSorted()]);

/**
 * Read off the list of all that was said, without any of our rules: by date, and of one date in the order in which it was said. What a table or an
 * answer says again counts as said then; a message once.
 */
function lastScore(events: readonly SentEvent[], learner: number): number | undefined {
  const own = events.filter(({ learner: whose }) => whose === learner);
  const once = [...Map.groupBy(own, keyOf).values()].flatMap((same) => {
    const inTime = same.toSorted((a, b) => (a.saidAt < b.saidAt ? -1 : 1));
    return inTime.at(inTime.some(tellsState) ? -1 : 0) ?? [];
  });
  const moment = ({ saying, saidAt }: SentEvent) => `${saying.occurredAt} ${saidAt}`;
  let [final, total]: (number | undefined)[] = [];
  for (const { saying } of once.toSorted((a, b) => (moment(a) < moment(b) ? -1 : 1))) {
    if (saying.kind !== 'score') continue;
    const share = saying.given / 100;
    if (saying.withdrawn) [final, total] = [undefined, undefined];
    else if (saying.isFinal) final = share;
    else total = share;
  }
  return final ?? total;
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
      const count = new Set(events.map(keyOf)).size;
      expect(mixed.said).toEqual({
        ...{ taken: count, duplicate: arrivals.length - count },
        ...{ contradicts: 0, refused: 0 },
      });
      expect(mixed.placed).toHaveLength(count);
      expect(mixed.placed).toEqual(plain.placed);
      expect(mixed.ends).toEqual(plain.ends);
      for (const learner of all) {
        const { au } = (mixed.ends.get(registrations[learner] ?? '') ?? {}) as { au?: { score?: number } };
        expect([learner, au?.score]).toEqual([learner, lastScore(events, learner)]);
      }
    }),
    { numRuns },
  );
}

describe('a thousand results, half of them corrections, many of one date, and half said twice, by every way in any order', () => {
  it('come to the same, none lost and none counted twice', async () => {
    await oneEnd(memoryStores, 2);
  });

  withTables(
    (_, tables) => {
      it('come to the same through the table', async () => {
        const { dynamo, lms } = tables();
        const names = createLearnerNames({ dynamo, table: lms });
        await oneEnd(
          () => ({ results: createResultStore({ dynamo, table: lms, digest: nodeDigest }), names }),
          1,
        );
      });
    },
    { onlyEmbedded: true },
  );
});
