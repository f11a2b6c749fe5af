import { nodeDigest } from '@sinau/platform/crypto';
import { type ExternalEnrolment, outcomeOf, type ResultVersion } from '@sinau/rostering';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AdapterFailure } from '../ports.ts';
import { placeResult } from '../results/place-result.ts';
import { resultIdOf } from '../results/result-event.ts';
import {
  learnerHere as learner,
  reconciliationWorld,
  enrolledThere as there,
} from '../testing/reconciliation/reconciliation-world.ts';
import { sampleResult } from '../testing/results/sample-result.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { type ComparedLearner, compareLearner, type PartStanding, strangerOf } from './compare.ts';
import type { MismatchKind } from './mismatch.ts';
import { reconcile } from './reconcile.ts';
import { createRoster } from './roster.ts';
import { startReconciliation } from './start-reconciliation.ts';

const connection = sampleConnection();
const { connectionId, providerId } = connection;
const enrolledBefore = '2026-03-01T00:00:00.000Z';

const score = (given: number, minute = 0): ResultVersion => ({
  ...{
    versionId: `v${given}`,
    occurredAt: `2026-02-01T00:0${minute}:00.000Z`,
    receivedAt: '2026-02-02T00:00:00.000Z',
  },
  what: { kind: 'score', given, maximum: 100, isFinal: true },
});
const part = (here: PartStanding['here'], ...versions: readonly ResultVersion[]): PartStanding => ({
  ...{ moduleId: 'm1', here, outcome: outcomeOf(versions, { by: 'pass', passMark: 0.7 }) },
});

interface Sides {
  readonly ours?: readonly ComparedLearner[];
  /** Absent: the provider says nothing of who is there. */
  readonly theirs?: readonly ExternalEnrolment[];
  readonly isWhole?: boolean;
  readonly knownBefore?: string;
}

function compared({ ours = [], theirs, isWhole = true, knownBefore = enrolledBefore }: Sides) {
  const roster = theirs && createRoster({ enrolments: theirs, isWhole, knownBefore });
  const found = ours.flatMap((one) => compareLearner(one, { roster, enrolledBefore }));
  return [...found, ...(roster?.strangers() ?? []).map(strangerOf)];
}
const kindsOf = (sides: Sides): readonly MismatchKind[] => compared(sides).map(({ kind }) => kind);

describe('what differs in one course', () => {
  it('finds nothing where both say the same', () => {
    const same = part({ done: true, score: 0.8 }, score(80));
    expect(kindsOf({ ours: [learner(1, { parts: [same] })], theirs: [there(1)] })).toEqual([]);
  });

  it('finds who is missing here, there, or has been ended there', () => {
    expect(kindsOf({ ours: [learner(1)], theirs: [] })).toEqual(['ours-not-theirs']);
    expect(kindsOf({ ours: [], theirs: [there(1)] })).toEqual(['theirs-not-ours']);
    expect(kindsOf({ ours: [learner(1)], theirs: [there(1, 'ended')] })).toEqual(['ended-there']);
    expect(kindsOf({ ours: [], theirs: [there(1, 'ended')] })).toEqual([]);
  });

  it('takes an enrolment there for two where it runs in one of two ways', () => {
    const theirs = [there(1, 'ended'), there(1)];
    expect(kindsOf({ ours: [learner(1)], theirs })).toEqual([]);
  });

  it('knows a learner by the pseudonym too', () => {
    const { externalLearnerId: _, ...unnamed } = learner(1, { subject: 's-1' });
    expect(kindsOf({ ours: [unnamed], theirs: [{ ...there(9), subject: 's-1' }] })).toEqual([]);
  });

  it('says nothing of who enrolled a moment ago, or has completed it', () => {
    const young = learner(1, { enrolledAt: '2026-03-01T00:00:01.000Z' });
    expect(kindsOf({ ours: [young, learner(2, { completed: true })], theirs: [] })).toEqual([]);
  });

  it('says nothing of enrolments of a provider that cannot be asked', () => {
    expect(kindsOf({ ours: [learner(1)] })).toEqual([]);
  });

  it('takes a list that is not whole for no statement about those whom it does not name', () => {
    const part = { ours: [learner(1), learner(2)], theirs: [there(2, 'ended')], isWhole: false };
    expect(kindsOf(part)).toEqual(['ended-there']);
    expect(kindsOf({ ...part, isWhole: true })).toEqual(['ours-not-theirs', 'ended-there']);
  });

  it('takes an old list for no statement about who enrolled since', () => {
    const old = { ours: [learner(1)], theirs: [], knownBefore: '2025-12-31T00:00:00.000Z' };
    expect(kindsOf(old)).toEqual([]);
    expect(kindsOf({ ...old, knownBefore: '2026-01-02T00:00:00.000Z' })).toEqual(['ours-not-theirs']);
  });

  it('finds what was reached in one place alone, and scores that differ', () => {
    const of = (standing: PartStanding) => kindsOf({ ours: [learner(1, { parts: [standing] })] });
    expect(of(part({ done: false }, score(80)))).toEqual(['completed-there-not-here', 'score-differs']);
    expect(of(part({ done: true, score: 0.3 }, score(80), score(30, 5)))).toEqual([
      'completed-here-not-there',
    ]);
    expect(of(part({ done: true, score: 0.8 }, score(90)))).toEqual(['score-differs']);
    expect(
      of(
        part(
          { done: true, score: 0.3333 },
          { ...score(80), what: { kind: 'score', given: 1, maximum: 3, isFinal: true } },
        ),
      ),
    ).toEqual(['completed-here-not-there']);
  });

  it('finds a score that was taken back there and stands here, and takes a running total for no such thing', () => {
    const of = (standing: PartStanding) => compared({ ours: [learner(1, { parts: [standing] })] });
    const withdrawn = {
      ...score(0, 5),
      what: { kind: 'score' as const, given: 0, maximum: 100, isFinal: true, withdrawn: true as const },
    };
    const taken = of(part({ done: true, score: 0.8 }, score(80), withdrawn));
    expect(taken.map(({ kind }) => kind)).toEqual(['completed-here-not-there', 'score-differs']);
    expect(taken[1]).toMatchObject({ scoreHere: 0.8 });
    expect(taken[1]).not.toHaveProperty('scoreThere');
    expect(kindsOf({ ours: [learner(1, { parts: [part({ done: false }, score(20), withdrawn)] })] })).toEqual(
      [],
    );
    const running = {
      ...score(50, 7),
      what: { kind: 'score' as const, given: 50, maximum: 100, isFinal: false },
    };
    expect(of(part({ done: false, score: 0.5 }, running))).toEqual([]);
  });

  it('finds the same whatever the order of the lists', () => {
    const lists = fc.record({
      ours: fc.uniqueArray(fc.integer({ min: 0, max: 40 })),
      theirs: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.boolean())),
    });
    const idsOf = (ours: readonly ComparedLearner[], theirs: readonly ExternalEnrolment[]) =>
      compared({ ours, theirs })
        .map(({ kind, registration, externalLearnerId }) => `${kind} ${registration} ${externalLearnerId}`)
        .toSorted();
    fc.assert(
      fc.property(lists, ({ ours, theirs }) => {
        const one = ours.map((n) => learner(n));
        const other = theirs.map(([n, runs]) => there(n, runs ? 'active' : 'ended'));
        expect(idsOf(one.toReversed(), other.toReversed())).toEqual(idsOf(one, other));
      }),
    );
  });
});

/** A university with two courses; `u1` is enrolled there and here, `u2` here alone, `u9` there alone. */
describe('a reconciliation', () => {
  it('finds what differs, and what is repaired vanishes with the next run', async () => {
    const { deps, theirs, run, open, idOf, again, ended, repair } = reconciliationWorld();
    expect((await run()).outcome).toBe('done');
    expect(await open()).toEqual(['ours-not-theirs', 'theirs-not-ours']);
    expect(await repair('enrol-again', [await idOf('ours-not-theirs')])).toMatchObject([{ state: 'done' }]);
    await repair('end-there', [await idOf('theirs-not-ours')]);
    expect([again, ended]).toEqual([['r2'], ['u9']]);
    theirs.set('4', [there(1), there(2), there(9, 'ended')]);
    await run();
    expect(await open()).toEqual([]);
    const runs = await deps.reconciliation.listRuns(connectionId, 10);
    expect(runs.map(({ counts }) => counts)).toEqual([{}, { 'ours-not-theirs': 1, 'theirs-not-ours': 1 }]);
  });

  it('takes the account that the tool made of a learner for theirs, beside the one that the connection enrolled', async () => {
    const { adapter, ours, theirs, run, open } = reconciliationWorld();
    Object.assign(adapter, { launchedAccountOf: (subject: string) => `launched ${subject}` });
    const launched = (n: number) => ({ ...there(n), launchedAccount: `launched s-${n}` });
    ours.set('4', [learner(1, { subject: 's-8' })]);
    theirs.set('4', [there(1), launched(8)]);
    await run();
    expect(await open()).toEqual([]);
    // Enrolled by the tool alone is enrolled; a learner of nobody here is a stranger.
    theirs.set('4', [launched(8), launched(9)]);
    await run();
    expect(await open()).toEqual(['theirs-not-ours']);
  });

  it('compares no rosters with a provider that has sent none, and fails where one that is asked has none', async () => {
    const { run, open, breakBy } = reconciliationWorld();
    breakBy(new AdapterFailure('function-missing', { passing: false }));
    const sending = sampleConnection({ kind: 'oneroster-csv' });
    expect((await run(Number.POSITIVE_INFINITY, sending)).outcome).toBe('done');
    expect(await open()).toEqual([]);
    await expect(run()).rejects.toMatchObject({ reason: 'function-missing' });
  });

  it('counts the own learners of a provider, and tells of none of them', async () => {
    const { deps, theirs, own, run, open } = reconciliationWorld();
    const students = Array.from({ length: 300 }, (_, n) => there(100 + n));
    theirs.set('4', [there(1), there(2), there(9), ...students]);
    for (const { externalLearnerId } of students) own.add(externalLearnerId);
    await run();
    expect(await open()).toEqual(['others-there', 'theirs-not-ours']);
    const { mismatches } = await deps.reconciliation.list(connectionId, { limit: 10 });
    const others = mismatches.find(({ kind }) => kind === 'others-there');
    expect(others).toMatchObject({ externalCourseId: '4', learners: 300 });
    expect(JSON.stringify(mismatches)).not.toContain('u100');
    // It is no difference, and nobody is told of it.
    const [last] = await deps.reconciliation.listRuns(connectionId, 1);
    expect(last?.counts).toEqual({ 'theirs-not-ours': 1 });
    theirs.set('4', [there(1), there(2), there(9)]);
    await run();
    expect(await open()).toEqual(['theirs-not-ours']);
  });

  it('finds results that nobody was found for, until somebody says whose they are', async () => {
    const { deps, run, open, idOf, repair } = reconciliationWorld();
    const event = sampleResult({
      ...{ providerId, source: 'poll' },
      about: { kind: 'external', connectionId, externalCourseId: '4', externalLearnerId: 'u7' },
    });
    await deps.results.take(event);
    await placeResult(deps, { resultId: resultIdOf(nodeDigest, event) });
    await run();
    expect(await open()).toContain('unmatched-result');
    const mismatchIds = [await idOf('unmatched-result')];
    const failed = await repair('map-learner', mismatchIds, { subject: 's-7' });
    expect(failed).toMatchObject([{ state: 'not-possible', refusal: 'connectors.learner-not-found' }]);
    expect(await repair('map-learner', mismatchIds, { subject: 's-2' })).toMatchObject([{ state: 'done' }]);
    await run();
    expect(await open()).not.toContain('unmatched-result');
  });

  it('places what waits although its learner is known', async () => {
    const { deps, run, open } = reconciliationWorld();
    const about = { kind: 'external', connectionId, externalCourseId: '4', externalLearnerId: 'u7' } as const;
    const event = sampleResult({ ...{ providerId, source: 'poll' }, about });
    const resultId = resultIdOf(nodeDigest, event);
    await deps.results.take(event);
    await placeResult(deps, { resultId });
    // Became known just then: whoever made it so looked for what waits, and the list did not have it yet.
    const name = { connectionId, externalCourseId: '4', kind: 'learner', value: 'u7' } as const;
    await deps.names.note(name, { registration: 'r7', at: deps.clock.now().toISOString() });
    expect((await run()).outcome).toBe('done');
    expect(await open()).not.toContain('unmatched-result');
    expect((await deps.results.find(resultId))?.decision).toMatchObject({
      state: 'placed',
      place: { registration: 'r7', moduleId: 'm1' },
    });
    const [last] = await deps.reconciliation.listRuns(connectionId, 1);
    expect(last?.counts).not.toHaveProperty('unmatched-result');
  });

  it('goes on where it broke off, and counts once', async () => {
    const { deps, clock, run } = reconciliationWorld();
    const first = await run(0);
    expect(first.outcome).toBe('again');
    const deadlineMs = clock.now().getTime() + 1000;
    const input = { connection, runId: first.runId, deadlineMs };
    expect(await reconcile(deps, input)).toBe('done');
    expect(await reconcile(deps, input)).toBe('over');
    const [last] = await deps.reconciliation.listRuns(connectionId, 1);
    expect(last).toMatchObject({ state: 'done', courses: 2, learners: 2, cursor: '5' });
  });

  it('lets one be under way, and follows one whose worker was lost', async () => {
    const { deps, clock, run } = reconciliationWorld();
    await run(0);
    expect(await startReconciliation(deps, { connectionId })).toBe('running');
    clock.advance(31 * 60_000);
    expect(await startReconciliation(deps, { connectionId })).toMatchObject({ runId: expect.any(String) });
  });

  it('R10: a provider that breaks off hides nothing that is known', async () => {
    const { run, open, breakBy, deps } = reconciliationWorld();
    await run();
    breakBy(new AdapterFailure('timeout', { passing: true }));
    await expect(run()).rejects.toMatchObject({ reason: 'timeout' });
    expect(await open()).toEqual(['ours-not-theirs', 'theirs-not-ours']);
    const [last] = await deps.reconciliation.listRuns(connectionId, 1);
    expect(last).toMatchObject({ state: 'failed', reason: 'timeout' });
  });

  it('takes a course that is gone over there for one that nobody is in', async () => {
    const { run, open, breakBy } = reconciliationWorld();
    breakBy(new AdapterFailure('course-unknown', { passing: false }));
    await run();
    expect(await open()).toEqual(['ours-not-theirs', 'ours-not-theirs']);
  });
});

/** Whoever is missing in course 4 and in course 5. */
describe('a course that cannot be compared', () => {
  const forbidden = () => new AdapterFailure('not-permitted', { passing: false });
  const slow = () => new AdapterFailure('timeout', { passing: true });
  const world = () => {
    const made = reconciliationWorld();
    made.theirs.set('4', [there(1)]);
    made.ours.set('5', [learner(5)]);
    const kinds = async () => {
      const { mismatches } = await made.deps.reconciliation.list(connectionId, { limit: 100 });
      return mismatches.map(({ kind, externalCourseId }) => `${externalCourseId} ${kind}`).toSorted();
    };
    return { ...made, kinds };
  };

  it('is a finding of its own, keeps what was known of it, and holds up no other', async () => {
    const { run, kinds, unreadable, ours, deps } = world();
    await run();
    expect(await kinds()).toEqual(['4 ours-not-theirs', '5 ours-not-theirs']);
    unreadable.set('4', forbidden());
    ours.set('5', []);
    expect((await run()).outcome).toBe('done');
    expect(await kinds()).toEqual(['4 not-comparable', '4 ours-not-theirs']);
    const { mismatches } = await deps.reconciliation.list(connectionId, { limit: 10 });
    expect(mismatches.find(({ kind }) => kind === 'not-comparable')?.failure).toBe('not-permitted');
    const [last] = await deps.reconciliation.listRuns(connectionId, 1);
    expect(last).toMatchObject({ state: 'done', courses: 1, cursor: '5' });
    unreadable.clear();
    await run();
    expect(await kinds()).toEqual(['4 ours-not-theirs']);
  });

  it('that fails for a moment is where the next run goes on, and what was seen before the break stays', async () => {
    const { run, kinds, unreadable, theirs, deps } = world();
    await run();
    unreadable.set('5', slow());
    await expect(run()).rejects.toMatchObject({ reason: 'timeout' });
    const [broken] = await deps.reconciliation.listRuns(connectionId, 1);
    unreadable.clear();
    // Put right after the break: it is looked at with the next walk.
    theirs.set('4', [there(1), there(2)]);
    await run();
    const [last] = await deps.reconciliation.listRuns(connectionId, 1);
    expect(last).toMatchObject({ state: 'done', courses: 2, walkId: broken?.runId });
    expect(last?.counts).toEqual({ 'ours-not-theirs': 2 });
    expect(await kinds()).toEqual(['4 ours-not-theirs', '5 ours-not-theirs']);
    await run();
    expect(await kinds()).toEqual(['5 ours-not-theirs']);
  });

  it('that fails again and again is passed over after the third time', async () => {
    const { run, kinds, unreadable } = world();
    unreadable.set('4', slow());
    for (let n = 0; n < 2; n += 1) await expect(run()).rejects.toMatchObject({ reason: 'timeout' });
    expect(await kinds()).toEqual([]);
    expect((await run()).outcome).toBe('done');
    expect(await kinds()).toEqual(['4 not-comparable', '5 ours-not-theirs']);
  });

  it.each(['unauthorised', 'function-missing', 'unreachable', 'circuit-open'] as const)(
    'is none where the whole provider is down (%s), which hides nothing',
    async (reason) => {
      const { run, kinds, breakBy } = world();
      await run();
      breakBy(new AdapterFailure(reason, { passing: reason === 'unreachable' || reason === 'circuit-open' }));
      for (let n = 0; n < 5; n += 1) await expect(run()).rejects.toMatchObject({ reason });
      expect(await kinds()).toEqual(['4 ours-not-theirs', '5 ours-not-theirs']);
    },
  );

  it('is none where no course can be read at all', async () => {
    const { run, ours, breakBy, deps } = world();
    for (let n = 10; n < 40; n += 1) ours.set(`c${n}`, [learner(n)]);
    breakBy(forbidden());
    await expect(run()).rejects.toMatchObject({ reason: 'not-permitted' });
    const [last] = await deps.reconciliation.listRuns(connectionId, 1);
    expect(last?.counts['not-comparable']).toBe(10);
  });

  it('begins at the front again when something has come for every course, or the break was days ago', async () => {
    const { run, unreadable, deps, clock } = world();
    unreadable.set('5', slow());
    await expect(run()).rejects.toMatchObject({ reason: 'timeout' });
    const anew = await startReconciliation(deps, { connectionId, anew: true });
    const runId = anew === 'running' ? '' : anew.runId;
    expect(await deps.reconciliation.findRun(connectionId, runId)).not.toHaveProperty('cursor');
    clock.advance(72 * 3_600_000);
    const late = await startReconciliation(deps, { connectionId });
    const found = await deps.reconciliation.findRun(connectionId, late === 'running' ? '' : late.runId);
    expect(found).not.toHaveProperty('walkId');
  });
});
