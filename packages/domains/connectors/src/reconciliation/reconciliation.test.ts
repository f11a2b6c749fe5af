import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { type ExternalEnrolment, outcomeOf, type ResultVersion } from '@sinau/rostering';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AdapterFailure, type ProviderAdapter } from '../ports.ts';
import { placeResult } from '../results/place-result.ts';
import { resultIdOf } from '../results/result-event.ts';
import { memoryReconciliationStore } from '../testing/reconciliation/memory-reconciliation-store.ts';
import { memoryLearnerNames } from '../testing/results/memory-learner-names.ts';
import { memoryResultStore } from '../testing/results/memory-result-store.ts';
import { sampleResult } from '../testing/results/sample-result.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { type ComparedLearner, compareCourse, type PartStanding } from './compare.ts';
import type { MismatchKind } from './mismatch.ts';
import { reconcile, startReconciliation } from './reconcile.ts';
import { repairMismatches } from './repair.ts';

const connection = sampleConnection();
const { connectionId, providerId } = connection;
const siti: PersonPrincipal = { kind: 'person', personId: 'siti' as PersonId, name: 'Siti', roles: [] };
const long = '2026-01-01T00:00:00.000Z';
const enrolledBefore = '2026-03-01T00:00:00.000Z';

const learner = (n: number, over: Partial<ComparedLearner> = {}): ComparedLearner => ({
  ...{ registration: `r${n}`, completed: false, enrolledAt: long, externalLearnerId: `u${n}`, parts: [] },
  ...over,
});
const there = (n: number, state: ExternalEnrolment['state'] = 'active'): ExternalEnrolment => ({
  ...{ externalCourseId: '4', externalLearnerId: `u${n}`, state },
});
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

const kindsOf = (course: Partial<Parameters<typeof compareCourse>[0]>): readonly MismatchKind[] =>
  compareCourse({ externalCourseId: '4', ours: [], enrolledBefore, ...course }).map(({ kind }) => kind);

describe('compareCourse', () => {
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

  it('finds the same whatever the order of the lists', () => {
    const lists = fc.record({
      ours: fc.uniqueArray(fc.integer({ min: 0, max: 40 })),
      theirs: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.boolean())),
    });
    const idsOf = (ours: readonly ComparedLearner[], theirs: readonly ExternalEnrolment[]) =>
      compareCourse({ externalCourseId: '4', ours, theirs, enrolledBefore })
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
function world() {
  const clock = fixedClock();
  const results = memoryResultStore(nodeDigest);
  const reconciliation = memoryReconciliationStore();
  const theirs = new Map<string, ExternalEnrolment[]>([
    ['4', [there(1), there(9)]],
    ['5', []],
  ]);
  const ours = new Map<string, ComparedLearner[]>([
    ['4', [learner(1), learner(2)]],
    ['5', []],
  ]);
  const ended: string[] = [];
  const again: string[] = [];
  let broken: AdapterFailure | undefined;
  const adapter = {
    async *readEnrolments(externalCourseId: string) {
      if (broken) throw broken;
      yield* theirs.get(externalCourseId) ?? [];
    },
    unenrol: async ({ externalLearnerId }: { externalLearnerId: string }) => {
      if (broken) throw broken;
      ended.push(externalLearnerId);
    },
  } as unknown as ProviderAdapter;
  const standings = new Map<string, PartStanding[]>();
  const deps = {
    ...{ results, reconciliation, clock, digest: nodeDigest, ids: countedIds() },
    names: memoryLearnerNames(),
    adapters: { adapterOf: async () => adapter },
    ours: {
      async *courses({ after = '' }: { readonly after?: string }) {
        for (const externalCourseId of ours.keys())
          if (externalCourseId > after) yield { connectionId, externalCourseId, courseId: 'c' };
      },
      async *learners({ externalCourseId }: { readonly externalCourseId: string }) {
        yield* ours.get(externalCourseId) ?? [];
      },
    },
    standings: { standingOf: async (registration: string) => standings.get(registration) ?? [] },
    finder: {
      registrationOf: async ({ subject }: { readonly subject: string }) =>
        subject === 's-2' ? { registration: 'r2' } : ({ reason: 'learner-unknown' } as const),
      partsOf: async () => ['m1'],
    },
    outcomes: { record: async () => 'recorded' as const },
    enrolments: {
      enrolAgain: async (registration: string) => {
        again.push(registration);
        return 'queued' as const;
      },
    },
  };
  const run = async (deadlineMs = Number.POSITIVE_INFINITY) => {
    clock.advance(60_000);
    const begun = await startReconciliation(deps, { connectionId });
    if (begun === 'running') throw new Error('one is under way');
    const outcome = await reconcile(deps, { connection, runId: begun.runId, deadlineMs });
    return { outcome, runId: begun.runId };
  };
  const open = async () => {
    const { mismatches } = await reconciliation.list(connectionId, { limit: 100 });
    return mismatches.map(({ kind }) => kind).sort();
  };
  const idOf = async (wanted: MismatchKind) => {
    const { mismatches } = await reconciliation.list(connectionId, { limit: 100 });
    return mismatches.find(({ kind }) => kind === wanted)?.mismatchId ?? '';
  };
  return {
    ...{ deps, clock, theirs, ours, ended, again, standings, run, open, idOf },
    breakBy: (failure: AdapterFailure | undefined) => {
      broken = failure;
    },
  };
}

describe('a reconciliation', () => {
  it('finds what differs, and what is repaired vanishes with the next run', async () => {
    const { deps, theirs, run, open, idOf, again, ended } = world();
    expect((await run()).outcome).toBe('done');
    expect(await open()).toEqual(['ours-not-theirs', 'theirs-not-ours']);
    const by = { connection, principal: siti };
    const mismatchIds = [await idOf('ours-not-theirs')];
    const done = await repairMismatches(deps, { ...by, mismatchIds, action: 'enrol-again' });
    expect(done).toMatchObject([{ outcome: 'done' }]);
    const stranger = [await idOf('theirs-not-ours')];
    await repairMismatches(deps, { ...by, mismatchIds: stranger, action: 'end-there' });
    expect([again, ended]).toEqual([['r2'], ['u9']]);
    theirs.set('4', [there(1), there(2), there(9, 'ended')]);
    await run();
    expect(await open()).toEqual([]);
    const runs = await deps.reconciliation.listRuns(connectionId, 10);
    expect(runs.map(({ counts }) => counts)).toEqual([{}, { 'ours-not-theirs': 1, 'theirs-not-ours': 1 }]);
  });

  it('finds results that nobody was found for, until somebody says whose they are', async () => {
    const { deps, run, open, idOf } = world();
    const event = sampleResult({
      ...{ providerId, source: 'poll' },
      about: { kind: 'external', connectionId, externalCourseId: '4', externalLearnerId: 'u7' },
    });
    await deps.results.take(event);
    await placeResult(deps, { resultId: resultIdOf(nodeDigest, event) });
    await run();
    expect(await open()).toContain('unmatched-result');
    const input = { connection, principal: siti, action: 'map-learner' as const };
    const mismatchIds = [await idOf('unmatched-result')];
    const failed = await repairMismatches(deps, { ...input, mismatchIds, subject: 's-7' });
    expect(failed).toMatchObject([{ outcome: 'not-possible', refusal: 'connectors.learner-not-found' }]);
    expect(await repairMismatches(deps, { ...input, mismatchIds, subject: 's-2' })).toMatchObject([
      { outcome: 'done' },
    ]);
    await run();
    expect(await open()).not.toContain('unmatched-result');
  });

  it('goes on where it broke off, and counts once', async () => {
    const { deps, clock, run } = world();
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
    const { deps, clock, run } = world();
    await run(0);
    expect(await startReconciliation(deps, { connectionId })).toBe('running');
    clock.advance(31 * 60_000);
    expect(await startReconciliation(deps, { connectionId })).toMatchObject({ runId: expect.any(String) });
  });

  it('R10: a provider that breaks off hides nothing that is known', async () => {
    const { run, open, breakBy, deps } = world();
    await run();
    breakBy(new AdapterFailure('timeout', { passing: true }));
    await expect(run()).rejects.toMatchObject({ reason: 'timeout' });
    expect(await open()).toEqual(['ours-not-theirs', 'theirs-not-ours']);
    const [last] = await deps.reconciliation.listRuns(connectionId, 1);
    expect(last).toMatchObject({ state: 'failed', reason: 'timeout' });
  });

  it('takes a course that is gone over there for one that nobody is in', async () => {
    const { run, open, breakBy } = world();
    breakBy(new AdapterFailure('course-unknown', { passing: false }));
    await run();
    expect(await open()).toEqual(['ours-not-theirs', 'ours-not-theirs']);
  });

  it('repairs each by itself, by what can be done about it, and leaves with a reason alone', async () => {
    const { deps, run, idOf, breakBy, open } = world();
    await run();
    const by = { connection, principal: siti };
    const [one, other] = [await idOf('ours-not-theirs'), await idOf('theirs-not-ours')];
    const missing = '00000000-0000-5000-8000-000000000000';
    const mismatchIds = [missing, one, other];
    breakBy(new AdapterFailure('server-error', { passing: true }));
    expect(await repairMismatches(deps, { ...by, mismatchIds, action: 'end-there' })).toEqual([
      { mismatchId: missing, outcome: 'gone' },
      { mismatchId: one, outcome: 'not-possible' },
      { mismatchId: other, outcome: 'failed', failure: 'server-error' },
    ]);
    breakBy(undefined);
    const ignore = { ...by, mismatchIds: [one], action: 'ignore' as const };
    await expect(repairMismatches(deps, ignore)).rejects.toMatchObject({ code: 'request.invalid' });
    await repairMismatches(deps, { ...ignore, note: ' Kelas tambahan ' });
    await run();
    expect(await open()).toContain('ours-not-theirs');
    expect(await deps.reconciliation.find(connectionId, one)).toMatchObject({
      handled: { action: 'ignore', note: 'Kelas tambahan', by: 'siti' },
    });
  });
});
