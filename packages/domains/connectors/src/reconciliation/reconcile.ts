import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { ExternalEnrolment } from '@sinau/rostering';
import type { Connection } from '../connection.ts';
import { kindTraits } from '../kinds.ts';
import { AdapterFailure, type AdapterPort, type ProviderAdapter } from '../ports.ts';
import type { OurCourse, OurLearner, OurSide, ResultStore } from '../results/ports.ts';
import type { askFirst } from './ask-first.ts';
import { type ComparedLearner, compareCourse } from './compare.ts';
import { type Finding, type Mismatch, mismatchIdOf } from './mismatch.ts';
import type { ReconciliationStore, StandingPort } from './ports.ts';
import type { ReconciliationRun } from './run.ts';

export interface ReconcileDeps {
  readonly adapters: AdapterPort;
  readonly ours: OurSide;
  readonly standings: StandingPort;
  readonly results: Pick<ResultStore, 'listUnmatched'>;
  readonly reconciliation: ReconciliationStore;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
  /** Asks for results first; absent: what is known is compared. */
  readonly ask?: (
    input: Parameters<typeof askFirst>[1],
  ) => Promise<Pick<ReconciliationRun, 'asking' | 'asked'>>;
}

/** A run that has written nothing for so long has lost its worker. */
const staleMs = 30 * 60_000;
/** Whoever enrolled a moment ago may still be on the way there. */
const graceMs = 3_600_000;
/** So many standings are read at once. */
const atOnce = 20;
/** More unmatched results than that are no list that anybody works off; their page has them all. */
const mostUnmatched = 1_000;

/** Begins a comparison; `running`: one is under way. */
export async function startReconciliation(
  deps: Pick<ReconcileDeps, 'reconciliation' | 'clock' | 'ids'>,
  input: { readonly connectionId: string; readonly startedBy?: string },
): Promise<{ readonly runId: string } | 'running'> {
  const now = deps.clock.now();
  const run: ReconciliationRun = {
    ...{ ...input, runId: deps.ids.uuid(), startedAt: now.toISOString(), state: 'running' },
    ...{ courses: 0, learners: 0, counts: {}, updatedAt: now.toISOString(), rev: 1 },
  };
  const staleBefore = new Date(now.getTime() - staleMs).toISOString();
  return (await deps.reconciliation.begin(run, staleBefore)) === 'begun' ? { runId: run.runId } : 'running';
}

/**
 * Goes on with a run, course by course, until it is through or `deadlineMs` (epoch) is past. What it found is kept as it goes; what is
 * not found any more goes when it is through, so that a provider that breaks off hides nothing. `again`: there is more to do. `asked`: results
 * have just come, which others place; go on in a moment. `lost`:
 * another worker is at it. Rejects with `AdapterFailure`; the run has failed then.
 */
export async function reconcile(
  deps: ReconcileDeps,
  input: { readonly connection: Connection; readonly runId: string; readonly deadlineMs: number },
): Promise<'done' | 'again' | 'asked' | 'lost' | 'over'> {
  const { connection, runId, deadlineMs } = input;
  const { connectionId, providerId } = connection;
  let run = await deps.reconciliation.findRun(connectionId, runId);
  if (run?.state !== 'running') return 'over';
  const save = async (next: ReconciliationRun): Promise<boolean> => {
    const updatedAt = deps.clock.now().toISOString();
    if ((await deps.reconciliation.saveRun({ ...next, updatedAt })) === 'lost') return false;
    run = { ...next, updatedAt, rev: next.rev + 1 };
    return true;
  };
  if (deps.ask && !run.asked && kindTraits[connection.kind].learners) {
    const { asking: _, ...rest } = run;
    const noted = await deps.ask({ connection, run, deadlineMs });
    if (!(await save({ ...rest, ...noted }))) return 'lost';
    if (!noted.asked) return 'again';
    if (noted.asked.taken > 0) return 'asked';
  }
  try {
    const adapter = kindTraits[connection.kind].learners
      ? await deps.adapters.adapterOf(connection)
      : undefined;
    const after = run.cursor === undefined ? {} : { after: run.cursor };
    for await (const course of deps.ours.courses({ providerId, connectionId, ...after })) {
      if (deps.clock.now().getTime() > deadlineMs) return 'again';
      const { findings, learners } = await findIn(deps, { connection, course, adapter });
      await deps.reconciliation.see(noted(deps, run, findings));
      if (!(await save(withCounts(run, { findings, learners, cursor: course.externalCourseId }))))
        return 'lost';
    }
    const findings = await unmatchedOf(deps, connection);
    await deps.reconciliation.see(noted(deps, run, findings));
    const through = withCounts(run, { findings, learners: 0 });
    await deps.reconciliation.dropUnseen(connectionId, runId);
    const endedAt = deps.clock.now().toISOString();
    return (await save({ ...through, state: 'done', endedAt })) ? 'done' : 'lost';
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    await save({ ...run, state: 'failed', reason: error.reason, endedAt: deps.clock.now().toISOString() });
    throw error;
  }
}

async function findIn(
  deps: ReconcileDeps,
  given: {
    readonly connection: Connection;
    readonly course: OurCourse;
    readonly adapter: ProviderAdapter | undefined;
  },
): Promise<{ readonly findings: readonly Finding[]; readonly learners: number }> {
  const { connection, course, adapter } = given;
  const { externalCourseId } = course;
  const learners = await all(deps.ours.learners({ ...course, providerId: connection.providerId }));
  const ours: ComparedLearner[] = [];
  for (let n = 0; n < learners.length; n += atOnce) {
    const portion = learners.slice(n, n + atOnce).map(async (learner) => ({
      ...learner,
      parts: await deps.standings.standingOf(learner.registration),
    }));
    ours.push(...(await Promise.all(portion)));
  }
  const theirs = adapter && (await theirsIn(adapter, { connection, externalCourseId }));
  const enrolledBefore = new Date(deps.clock.now().getTime() - graceMs).toISOString();
  const findings = compareCourse({
    ...{ externalCourseId, ours, enrolledBefore },
    ...(theirs && { theirs: recognised(adapter, { ours, theirs }) }),
  });
  return { findings, learners: ours.length };
}

/** Whoever was enrolled before their first launch has two accounts there: the one that the tool made says by its name whose it is. */
function recognised(
  { launchedAccountOf }: Pick<ProviderAdapter, 'launchedAccountOf'>,
  people: { readonly ours: readonly OurLearner[]; readonly theirs: readonly ExternalEnrolment[] },
): readonly ExternalEnrolment[] {
  const { ours, theirs } = people;
  if (!launchedAccountOf) return theirs;
  const subjects = new Map(
    ours.flatMap(({ subject }) =>
      subject === undefined ? [] : [[launchedAccountOf(subject), subject] as const],
    ),
  );
  return theirs.map((one) => {
    const subject = one.launchedAccount === undefined ? undefined : subjects.get(one.launchedAccount);
    return subject === undefined ? one : { ...one, subject };
  });
}

/** A course that is gone over there has nobody in it. Undefined: a provider that sends what it likes has sent no roster. */
async function theirsIn(
  adapter: ProviderAdapter,
  { connection, externalCourseId }: { readonly connection: Connection; readonly externalCourseId: string },
): Promise<readonly ExternalEnrolment[] | undefined> {
  try {
    return await all(adapter.readEnrolments(externalCourseId));
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    if (error.reason === 'course-unknown') return [];
    if (error.reason === 'function-missing' && !kindTraits[connection.kind].asks) return undefined;
    throw error;
  }
}

async function unmatchedOf(
  deps: ReconcileDeps,
  { providerId, connectionId }: Connection,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let after: string | undefined;
  do {
    const page = { providerId, connectionId, limit: 100, ...(after !== undefined && { after }) };
    const { results, next } = await deps.results.listUnmatched(page);
    for (const { resultId, event } of results) {
      if (event.about.kind !== 'external') continue;
      const { externalCourseId, externalLearnerId, subject } = event.about;
      findings.push({
        ...{ kind: 'unmatched-result', externalCourseId, resultId },
        ...(externalLearnerId !== undefined && { externalLearnerId }),
        ...(subject !== undefined && { subject }),
      });
    }
    after = next;
  } while (after !== undefined && findings.length < mostUnmatched);
  return findings;
}

function noted(
  deps: ReconcileDeps,
  { connectionId, runId }: ReconciliationRun,
  findings: readonly Finding[],
): readonly Mismatch[] {
  const since = deps.clock.now().toISOString();
  const all = findings.map((finding) => {
    const mismatchId = mismatchIdOf(deps.digest, connectionId, finding);
    return { ...finding, mismatchId, connectionId, since, runId };
  });
  return [...new Map(all.map((one) => [one.mismatchId, one])).values()];
}

function withCounts(
  run: ReconciliationRun,
  seen: { readonly findings: readonly Finding[]; readonly learners: number; readonly cursor?: string },
): ReconciliationRun {
  const { findings, learners, cursor } = seen;
  const counts: Partial<Record<Finding['kind'], number>> = { ...run.counts };
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  const courses = run.courses + (cursor === undefined ? 0 : 1);
  return {
    ...{ ...run, counts, courses, learners: run.learners + learners },
    ...(cursor !== undefined && { cursor }),
  };
}

/** Of one course: a few thousand learners. */
async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
