import type { Clock } from '@sinau/kernel';
import type { Connection } from '../connection.ts';
import { kindTraits } from '../kinds.ts';
import type { ProviderAdapter } from '../ports.ts';
import { reconciliationSettingsOf } from '../reconciliation-settings.ts';
import type { OurCourse, OurSide } from '../results/ports.ts';
import type { SubjectsByName } from '../tables/ports.ts';
import { type ComparedLearner, compareLearner, othersOf, silentOf, strangerOf } from './compare.ts';
import type { Finding } from './mismatch.ts';
import type { KnownPeople, StandingPort } from './ports.ts';
import { readRoster } from './read-roster.ts';
import type { Roster } from './roster.ts';
import type { CourseProgress } from './run.ts';

export interface CompareDeps {
  readonly ours: Pick<OurSide, 'courses' | 'learnerPage'>;
  readonly standings: StandingPort;
  /** Whom lists of the provider mean. */
  readonly subjects: SubjectsByName;
  readonly known: KnownPeople;
  readonly clock: Clock;
}

/** What was found on one page of a course, and where it goes on; `progress` is absent when the course is through. */
export interface CourseStep {
  readonly findings: readonly Finding[];
  readonly learners: number;
  readonly progress?: CourseProgress;
}

/** Whoever enrolled a moment ago may still be on the way there. */
const graceMs = 3_600_000;
const dayMs = 24 * 3_600_000;
/** Learners that lie in memory at once. */
const pageSize = 100;
/** So many standings are read at once. */
const atOnce = 20;

/**
 * Compares one course, a page of learners a step, from where it was left. The list of the provider is read once; what is ours is never in memory
 * but for a page. Rejects with `AdapterFailure`.
 */
export async function* compareCourse(
  deps: CompareDeps,
  given: {
    readonly connection: Connection;
    readonly course: OurCourse;
    readonly adapter: ProviderAdapter;
    readonly from?: CourseProgress | undefined;
  },
): AsyncGenerator<CourseStep> {
  const { connection, course, adapter, from } = given;
  const { externalCourseId } = course;
  const now = deps.clock.now();
  const roster = await readRoster(deps, { connection, course, adapter, now: now.toISOString() });
  const enrolledBefore = new Date(now.getTime() - graceMs).toISOString();
  let progress: CourseProgress = from ?? {
    ...{ externalCourseId, phase: 'compare', running: 0, isSpokenOf: false, silent: 0 },
  };
  const isResumed = from !== undefined;
  for (;;) {
    const { phase } = progress;
    const page = await pageOf(deps, { connection, course, after: progress.after });
    const found = page.learners.flatMap((learner) => {
      if (phase === 'silence')
        return isSilent(learner, { connection, roster, now }) ? [silentOf(learner)] : [];
      return compareLearner(learner, { roster, enrolledBefore });
    });
    if (phase === 'compare')
      progress = counted(progress, { learners: page.learners, connection, roster, now });
    const next = page.next === undefined ? undefined : { ...progress, after: page.next };
    const strangers =
      phase === 'compare' && !next ? await strangersIn(deps, { ...given, roster, isResumed }) : [];
    const gone = phase === 'compare' && !next ? goneIn(course, progress) : [];
    const again = next ?? silenceAfter(progress);
    yield {
      findings: [...found, ...strangers, ...gone].map((one) => ({ externalCourseId, ...one })),
      learners: phase === 'compare' ? page.learners.length : 0,
      ...(again && { progress: again }),
    };
    if (!again) return;
    progress = again;
  }
}

interface HeardLearner extends ComparedLearner {
  readonly heardFrom: readonly string[];
}

async function pageOf(
  deps: CompareDeps,
  of: { readonly connection: Connection; readonly course: OurCourse; readonly after: string | undefined },
): Promise<{ readonly learners: readonly HeardLearner[]; readonly next?: string }> {
  const { connection, course, after } = of;
  const { providerId } = connection;
  const page = { limit: pageSize, ...(after !== undefined && { after }) };
  const { learners, ...rest } = await deps.ours.learnerPage({ ...course, providerId }, page);
  const heard: HeardLearner[] = [];
  for (let n = 0; n < learners.length; n += atOnce) {
    const portion = learners.slice(n, n + atOnce).map(async (learner) => ({
      ...learner,
      ...(await deps.standings.standingOf(learner.registration)),
    }));
    heard.push(...(await Promise.all(portion)));
  }
  return { learners: heard, ...rest };
}

interface Heard {
  readonly connection: Connection;
  readonly roster: Roster | undefined;
  readonly now: Date;
}

/**
 * Nothing has come of them for long, though the provider has heard of them: who was never told to it cannot be spoken of. Whoever is asked
 * answers, and says nothing where nothing was reached.
 */
function isSilent(learner: HeardLearner, { connection, roster, now }: Heard): boolean {
  const { silentAfterDays } = reconciliationSettingsOf(connection);
  if (kindTraits[connection.kind].asks || silentAfterDays === 0) return false;
  const isKnownThere = learner.subject !== undefined || learner.externalLearnerId !== undefined;
  if (!isKnownThere || learner.completed || learner.heardFrom.length > 0) return false;
  const since = new Date(now.getTime() - silentAfterDays * dayMs).toISOString();
  return learner.enrolledAt < since && roster?.enrolmentOf(learner) === undefined;
}

function counted(
  progress: CourseProgress,
  { learners, ...heard }: Heard & { readonly learners: readonly HeardLearner[] },
): CourseProgress {
  const { connectionId } = heard.connection;
  const speaks = learners.some(({ heardFrom }) => heardFrom.includes(connectionId));
  return {
    ...progress,
    running: progress.running + learners.filter(({ completed }) => !completed).length,
    isSpokenOf: progress.isSpokenOf || speaks,
    silent: progress.silent + learners.filter((one) => isSilent(one, heard)).length,
  };
}

/** A provider that never said anything of a course says nothing of those in it either. */
function silenceAfter({ after: _, ...progress }: CourseProgress): CourseProgress | undefined {
  if (progress.phase === 'silence' || !progress.isSpokenOf || progress.silent === 0) return undefined;
  return { ...progress, phase: 'silence' };
}

const goneIn = (
  { isGone }: OurCourse,
  { running }: CourseProgress,
): readonly Omit<Finding, 'externalCourseId'>[] =>
  isGone && running > 0 ? [{ kind: 'course-gone', learners: running }] : [];

async function strangersIn(
  deps: Pick<CompareDeps, 'ours' | 'known'>,
  given: {
    readonly connection: Connection;
    readonly course: OurCourse;
    readonly roster: Roster | undefined;
    /** Learners on pages before were met by another worker. */
    readonly isResumed: boolean;
  },
): Promise<readonly Omit<Finding, 'externalCourseId'>[]> {
  const { connection, roster, isResumed } = given;
  if (!roster) return [];
  if (isResumed) await meetAll(deps, { ...given, roster });
  const strangers = roster.strangers();
  if (strangers.length === 0) return [];
  const ours = await deps.known.among(connection, strangers);
  const others = strangers.length - ours.length;
  return [...ours.map(strangerOf), ...(others > 0 ? [othersOf(others)] : [])];
}

/** Who is on pages that were compared before, by their names alone, as long as there is a stranger who may be one of them. */
async function meetAll(
  { ours }: Pick<CompareDeps, 'ours'>,
  given: { readonly connection: Connection; readonly course: OurCourse; readonly roster: Roster },
): Promise<void> {
  const { connection, course, roster } = given;
  const { providerId } = connection;
  let after: string | undefined;
  do {
    if (roster.strangers().length === 0) return;
    const page = { limit: pageSize, ...(after !== undefined && { after }) };
    const { learners, next } = await ours.learnerPage({ ...course, providerId }, page);
    for (const learner of learners) roster.enrolmentOf(learner);
    after = next;
  } while (after !== undefined);
}
