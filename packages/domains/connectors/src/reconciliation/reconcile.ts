import type { Digest, Ids } from '@sinau/kernel';
import type { Connection } from '../connection.ts';
import { kindTraits } from '../kinds.ts';
import { AdapterFailure, type AdapterPort, type ProviderAdapter } from '../ports.ts';
import { type PlaceDeps, placeResult } from '../results/place-result.ts';
import type { OurCourse, ResultStore } from '../results/ports.ts';
import type { askFirst } from './ask-first.ts';
import { type CompareDeps, type CourseStep, compareCourse } from './compare-course.ts';
import { type Finding, isNote, type Mismatch, mismatchIdOf } from './mismatch.ts';
import { brokenOff, notComparable } from './not-comparable.ts';
import type { ReconciliationStore } from './ports.ts';
import { type ReconciliationRun, walkOf } from './run.ts';

export interface ReconcileDeps extends CompareDeps {
  readonly adapters: AdapterPort;
  readonly results: Pick<ResultStore, 'listUnmatched'>;
  /** What waits is looked at once more. */
  readonly placing: PlaceDeps;
  readonly reconciliation: ReconciliationStore;
  readonly digest: Digest;
  readonly ids: Pick<Ids, 'uuid'>;
  /** Asks for results first; absent: what is known is compared. */
  readonly ask?: (
    input: Parameters<typeof askFirst>[1],
  ) => Promise<Pick<ReconciliationRun, 'asking' | 'asked'>>;
}

/** More unmatched results than that are no list that anybody works off; their page has them all. */
const mostUnmatched = 1_000;

/**
 * Goes on with a run, course by course and page by page of its learners, until it is through or `deadlineMs` (epoch) is past. What it found is kept as it goes; what is
 * not found any more goes when it is through, so that a provider that breaks off hides nothing. A course that cannot be compared is a finding and holds up no other; what was
 * found in it before stays. `again`: there is more to do. `asked`: results have just come, which others place; go on in a moment. `lost`:
 * another worker is at it. Rejects with `AdapterFailure`; the run has failed then, and the next one goes on where it stopped.
 */
export async function reconcile(
  deps: ReconcileDeps,
  input: { readonly connection: Connection; readonly runId: string; readonly deadlineMs: number },
): Promise<'done' | 'again' | 'asked' | 'lost' | 'over'> {
  const { connection, runId, deadlineMs } = input;
  const { connectionId, providerId } = connection;
  const found = await deps.reconciliation.findRun(connectionId, runId);
  if (found?.state !== 'running') return 'over';
  const walk = openWalk(deps, found);
  const { asks, learners } = kindTraits[connection.kind];
  if (deps.ask && !found.asked && asks && learners) {
    const { asking: _, ...rest } = found;
    const noted = await deps.ask({ connection, run: found, deadlineMs });
    if (!(await walk.save({ ...rest, ...noted }))) return 'lost';
    if (!noted.asked) return 'again';
    if (noted.asked.taken > 0) return 'asked';
  }
  try {
    const adapter = await deps.adapters.adapterOf(connection);
    const { cursor } = walk.now();
    const after = cursor === undefined ? {} : { after: cursor };
    for await (const course of deps.ours.courses({ providerId, connectionId, ...after })) {
      if (deps.clock.now().getTime() > deadlineMs) return 'again';
      const outcome = await walkCourse(deps, { connection, adapter, course, walk, deadlineMs });
      if (outcome !== 'through') return outcome;
    }
    const findings = await unmatchedOf(deps, connection, deadlineMs);
    if (!(await walk.see(findings, (run) => withCounts(run, findings)))) return 'lost';
    await dropUnseen(deps, walk.now());
    const endedAt = deps.clock.now().toISOString();
    return (await walk.save({ ...walk.now(), state: 'done', endedAt })) ? 'done' : 'lost';
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    const endedAt = deps.clock.now().toISOString();
    await walk.save({ ...walk.now(), state: 'failed', reason: error.reason, endedAt });
    throw error;
  }
}

/** The run as it was written last. */
interface Walk {
  readonly now: () => ReconciliationRun;
  /** False: another worker is at it. */
  save(next: ReconciliationRun): Promise<boolean>;
  /** Keeps what was found, and then notes how far it is. */
  see(findings: readonly Finding[], next: (run: ReconciliationRun) => ReconciliationRun): Promise<boolean>;
}

function openWalk(deps: ReconcileDeps, found: ReconciliationRun): Walk {
  let now = found;
  const save = async (next: ReconciliationRun): Promise<boolean> => {
    const updatedAt = deps.clock.now().toISOString();
    if ((await deps.reconciliation.saveRun({ ...next, updatedAt })) === 'lost') return false;
    now = { ...next, updatedAt, rev: next.rev + 1 };
    return true;
  };
  return {
    ...{ now: () => now, save },
    async see(findings, next) {
      await deps.reconciliation.see(noted(deps, now, findings));
      return save(next(now));
    },
  };
}

/** One course, as far as it goes until the deadline. */
async function walkCourse(
  deps: ReconcileDeps,
  given: {
    readonly connection: Connection;
    readonly adapter: ProviderAdapter;
    readonly course: OurCourse;
    readonly walk: Walk;
    readonly deadlineMs: number;
  },
): Promise<'through' | 'again' | 'lost'> {
  const { course, walk, deadlineMs } = given;
  const { externalCourseId } = course;
  const { within } = walk.now();
  const from = within?.externalCourseId === externalCourseId ? within : undefined;
  try {
    for await (const step of compareCourse(deps, { ...given, from })) {
      if (!(await walk.see(step.findings, (run) => afterStep(run, externalCourseId, step)))) return 'lost';
      if (step.progress && deps.clock.now().getTime() > deadlineMs) return 'again';
    }
    return 'through';
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    const { brokenAt } = walk.now();
    const finding = notComparable(walk.now(), externalCourseId, error);
    if (!finding) {
      await walk.save({ ...walk.now(), brokenAt: brokenOff(brokenAt, externalCourseId) });
      throw error;
    }
    const passed = await walk.see([finding], (run) => passedOver(run, finding));
    return passed ? 'through' : 'lost';
  }
}

/** What was found before in courses that this walk could not compare is no less true. */
async function dropUnseen({ reconciliation }: ReconcileDeps, run: ReconciliationRun): Promise<void> {
  const { connectionId, counts } = run;
  const walkId = walkOf(run);
  const courses = new Set<string>();
  let after: string | undefined;
  if (counts['not-comparable'])
    do {
      const page = await reconciliation.list(connectionId, { limit: 100, ...(after && { after }) });
      for (const { kind, runId, externalCourseId } of page.mismatches)
        if (kind === 'not-comparable' && runId === walkId) courses.add(externalCourseId);
      after = page.next;
    } while (after !== undefined);
  await reconciliation.dropUnseen(connectionId, { walkId, passedOver: courses });
}

/**
 * What waits for somebody to say whose it is. One whose learner became known just when it was looked at, by a list that lags, was found by nobody
 * since: it is placed now, and is no finding.
 */
async function unmatchedOf(
  deps: ReconcileDeps,
  { providerId, connectionId }: Connection,
  deadlineMs: number,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let after: string | undefined;
  do {
    const page = { providerId, connectionId, limit: 100, ...(after !== undefined && { after }) };
    const { results, next } = await deps.results.listUnmatched(page);
    for (const { resultId, event, decision } of results) {
      if (event.about.kind !== 'external') continue;
      const hasTime = deps.clock.now().getTime() <= deadlineMs;
      if (hasTime && (await placeResult(deps.placing, { resultId })) === 'placed') continue;
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
  run: ReconciliationRun,
  findings: readonly Finding[],
): readonly Mismatch[] {
  const { connectionId } = run;
  const runId = walkOf(run);
  const since = deps.clock.now().toISOString();
  const all = findings.map((finding) => {
    const mismatchId = mismatchIdOf(deps.digest, connectionId, finding);
    return { ...finding, mismatchId, connectionId, since, runId };
  });
  return [...new Map(all.map((one) => [one.mismatchId, one])).values()];
}

/** Where the run is after a page of a course, or the whole of it. */
function afterStep(
  { within: _, brokenAt: __, ...run }: ReconciliationRun,
  externalCourseId: string,
  { findings, learners, progress }: CourseStep,
): ReconciliationRun {
  const next = { ...withCounts(run, findings), learners: run.learners + learners };
  if (progress) return { ...next, within: progress };
  return { ...next, courses: run.courses + 1, cursor: externalCourseId };
}

/** It is not among those that were compared. */
function passedOver(
  { within: _, brokenAt: __, ...run }: ReconciliationRun,
  finding: Finding,
): ReconciliationRun {
  return { ...withCounts(run, [finding]), cursor: finding.externalCourseId };
}

function withCounts(run: ReconciliationRun, findings: readonly Finding[]): ReconciliationRun {
  const counts: Partial<Record<Finding['kind'], number>> = { ...run.counts };
  for (const finding of findings)
    if (!isNote(finding)) counts[finding.kind] = (counts[finding.kind] ?? 0) + 1;
  return { ...run, counts };
}
