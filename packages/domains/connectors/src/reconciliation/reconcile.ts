import type { Digest, Ids } from '@sinau/kernel';
import type { Connection } from '../connection.ts';
import { kindTraits } from '../kinds.ts';
import { AdapterFailure, type AdapterPort } from '../ports.ts';
import type { ResultStore } from '../results/ports.ts';
import type { askFirst } from './ask-first.ts';
import { type CompareDeps, type CourseStep, compareCourse } from './compare-course.ts';
import { type Finding, type Mismatch, mismatchIdOf } from './mismatch.ts';
import type { ReconciliationStore } from './ports.ts';
import type { ReconciliationRun } from './run.ts';

export interface ReconcileDeps extends CompareDeps {
  readonly adapters: AdapterPort;
  readonly results: Pick<ResultStore, 'listUnmatched'>;
  readonly reconciliation: ReconciliationStore;
  readonly digest: Digest;
  readonly ids: Pick<Ids, 'uuid'>;
  /** Asks for results first; absent: what is known is compared. */
  readonly ask?: (
    input: Parameters<typeof askFirst>[1],
  ) => Promise<Pick<ReconciliationRun, 'asking' | 'asked'>>;
}

/** A run that has written nothing for so long has lost its worker. */
const staleMs = 30 * 60_000;
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
 * Goes on with a run, course by course and page by page of its learners, until it is through or `deadlineMs` (epoch) is past. What it found is kept as it goes; what is
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
  const { asks, learners } = kindTraits[connection.kind];
  if (deps.ask && !run.asked && asks && learners) {
    const { asking: _, ...rest } = run;
    const noted = await deps.ask({ connection, run, deadlineMs });
    if (!(await save({ ...rest, ...noted }))) return 'lost';
    if (!noted.asked) return 'again';
    if (noted.asked.taken > 0) return 'asked';
  }
  try {
    const adapter = await deps.adapters.adapterOf(connection);
    const after = run.cursor === undefined ? {} : { after: run.cursor };
    for await (const course of deps.ours.courses({ providerId, connectionId, ...after })) {
      if (deps.clock.now().getTime() > deadlineMs) return 'again';
      const { within } = run;
      const from = within?.externalCourseId === course.externalCourseId ? within : undefined;
      for await (const step of compareCourse(deps, { connection, course, adapter, from })) {
        await deps.reconciliation.see(noted(deps, run, step.findings));
        if (!(await save(afterStep(run, course.externalCourseId, step)))) return 'lost';
        if (step.progress && deps.clock.now().getTime() > deadlineMs) return 'again';
      }
    }
    const findings = await unmatchedOf(deps, connection);
    await deps.reconciliation.see(noted(deps, run, findings));
    const through = withCounts(run, findings);
    await deps.reconciliation.dropUnseen(connectionId, runId);
    const endedAt = deps.clock.now().toISOString();
    return (await save({ ...through, state: 'done', endedAt })) ? 'done' : 'lost';
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    await save({ ...run, state: 'failed', reason: error.reason, endedAt: deps.clock.now().toISOString() });
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
    for (const { resultId, event, decision } of results) {
      if (event.about.kind !== 'external') continue;
      const { externalCourseId, externalLearnerId, subject } = event.about;
      findings.push({
        ...{ kind: 'unmatched-result', externalCourseId, resultId },
        ...(externalLearnerId !== undefined && { externalLearnerId }),
        ...(subject !== undefined && { subject }),
        ...(decision.state === 'unmatched' && { reason: decision.reason }),
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

/** Where the run is after a page of a course, or the whole of it. */
function afterStep(
  { within: _, ...run }: ReconciliationRun,
  externalCourseId: string,
  { findings, learners, progress }: CourseStep,
): ReconciliationRun {
  const next = { ...withCounts(run, findings), learners: run.learners + learners };
  if (progress) return { ...next, within: progress };
  return { ...next, courses: run.courses + 1, cursor: externalCourseId };
}

function withCounts(run: ReconciliationRun, findings: readonly Finding[]): ReconciliationRun {
  const counts: Partial<Record<Finding['kind'], number>> = { ...run.counts };
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return { ...run, counts };
}
