import type { Item, ScormVersion } from '../manifest/model.ts';
import type { Completion, Exit, RuntimeData, Score, ScormLaunchMode, Success } from './runtime-data.ts';

/** How the latest session of a SCO came to its end. */
export interface SessionEnd {
  readonly exit: Exit;
  /** False: the page went away without Terminate, and only earlier commits are there. */
  readonly terminated: boolean;
  /** adl.nav.request or the player suspended the whole course (2004 `suspendAll`). */
  readonly suspendedAll: boolean;
}

export interface NextEntry {
  readonly entry: 'ab-initio' | 'resume';
  /** A new attempt starts with cleared data of the SCO. */
  readonly newAttempt: boolean;
}

/**
 * How the next launch enters. Suspended means resumed: by `suspend`, or by suspending all, which in 2004 goes before
 * the SCO's own exit (a `logout` too). Who lost power has not left, so a session without Terminate goes on as well.
 * Everything else (`normal`, `logout`, `time-out`, nothing) ended the attempt.
 */
export function nextEntry(version: ScormVersion, last: SessionEnd | undefined): NextEntry {
  if (!last) return { entry: 'ab-initio', newAttempt: true };
  const suspended = last.exit === 'suspend' || (version === '2004' && last.suspendedAll);
  return suspended || !last.terminated
    ? { entry: 'resume', newAttempt: false }
    : { entry: 'ab-initio', newAttempt: true };
}

/** True when `logout` asks to leave the course as well (2004: processed as an exitAll request). */
export function leavesCourse(version: ScormVersion, exit: Exit): boolean {
  return version === '2004' && exit === 'logout';
}

/** Where in the run of a registration a commit was made. */
export interface CommitOrder {
  /** Counts the starts of the package, from 1: a reload, another tab, another day. */
  readonly run: number;
  /** Counts the launches of items within a run, from 1. */
  readonly visit: number;
  /** Counts the messages of a run, from 1; a retry has the number of the first try. */
  readonly sequence: number;
}

/** What is kept of a SCO to order its commits: the last one that was accepted. */
export interface CommitPlace extends CommitOrder {
  readonly terminated: boolean;
}

/** Names one visit of an item, the session of the SCO. */
export function visitKey({ run, visit }: Pick<CommitOrder, 'run' | 'visit'>): string {
  return `${run}.${visit}`;
}

export type CommitDecision =
  /** `newVisit`: the SCO was launched anew since the last commit. */
  | { readonly outcome: 'accept'; readonly newVisit: boolean }
  /** Stored already: answer as then, write nothing. */
  | { readonly outcome: 'duplicate' }
  /** Overtaken: answer that it is well, write nothing. */
  | { readonly outcome: 'stale'; readonly why: 'sequence' | 'visit' | 'terminated' }
  /** A later start has taken the item over: refuse, what this page has is not to be kept. */
  | { readonly outcome: 'replaced' }
  /** Browse and review leave no trace. */
  | { readonly outcome: 'ignore' };

/**
 * Whether a commit may be written over what is kept. It must be decided again under the condition of the write (nothing
 * else was written meanwhile), or two commits could both be accepted.
 */
export function decideCommit(
  kept: CommitPlace | undefined,
  commit: CommitOrder & { readonly mode: ScormLaunchMode },
): CommitDecision {
  if (commit.mode !== 'normal') return { outcome: 'ignore' };
  if (!kept || commit.run > kept.run) return { outcome: 'accept', newVisit: true };
  if (commit.run < kept.run) return { outcome: 'replaced' };
  if (commit.sequence === kept.sequence) return { outcome: 'duplicate' };
  if (commit.sequence < kept.sequence) return { outcome: 'stale', why: 'sequence' };
  if (commit.visit > kept.visit) return { outcome: 'accept', newVisit: true };
  if (commit.visit < kept.visit) return { outcome: 'stale', why: 'visit' };
  return kept.terminated ? { outcome: 'stale', why: 'terminated' } : { outcome: 'accept', newVisit: false };
}

export interface TotalTime {
  readonly seconds: number;
  /** The session of the SCO, one visit, that was counted last. */
  readonly countedSession?: string;
}

/**
 * Adds a session of a SCO that has ended (or was left) once, however often it is told. Only the latest is remembered:
 * `decideCommit` lets no earlier one speak any more.
 */
export function addSessionTime(
  total: TotalTime,
  session: { readonly sessionId: string; readonly seconds: number },
): TotalTime {
  if (total.countedSession === session.sessionId) return total;
  const hundredths = Math.round(total.seconds * 100) + Math.max(0, Math.round(session.seconds * 100));
  return { seconds: hundredths / 100, countedSession: session.sessionId };
}

/** What the LMS decides instead of the content, from the manifest. */
export type Thresholds = Pick<Item, 'masteryScore' | 'completionThreshold'> & {
  /** 2004: the primary objective is satisfied by its measure. */
  readonly scaledPassingScore?: number;
};

/**
 * The status that counts. In 1.2 a mastery score and a raw score decide passed or failed once the SCO is finished or says
 * that it is done (RTE 3.4.4); in 2004 a passing score and a scaled score decide success, a threshold and a progress measure completion
 * (RTE 4.2.4, 4.2.21).
 */
export function judgeStatus(
  version: ScormVersion,
  data: Pick<RuntimeData, 'completion' | 'success' | 'score' | 'progressMeasure'> & {
    readonly finished: boolean;
  },
  thresholds: Thresholds,
): ScoStatus {
  const { completion, success, score } = data;
  if (version === '1.2') {
    const { masteryScore } = thresholds;
    // Content that says it is done is held to it before Finish too, or a course would be satisfied in between.
    const over = data.finished || completion === 'completed';
    if (!over || masteryScore === undefined || score.raw === undefined) return { completion, success };
    return { completion: 'completed', success: score.raw >= masteryScore ? 'passed' : 'failed' };
  }
  const { scaledPassingScore } = thresholds;
  return {
    completion: judgeCompletion(data, thresholds),
    success:
      scaledPassingScore === undefined || score.scaled === undefined
        ? success
        : verdictOf(score.scaled >= scaledPassingScore),
  };
}

function judgeCompletion(
  { completion, progressMeasure }: Pick<RuntimeData, 'completion' | 'progressMeasure'>,
  { completionThreshold }: Thresholds,
): Completion {
  if (!completionThreshold?.completedByMeasure || progressMeasure === undefined) return completion;
  return progressMeasure >= completionThreshold.minProgressMeasure ? 'completed' : 'incomplete';
}

function verdictOf(passed: boolean): Success {
  return passed ? 'passed' : 'failed';
}

export interface ScoStatus {
  readonly completion: Completion;
  readonly success: Success;
}

export interface KeptStatus extends ScoStatus {
  readonly score: Score;
}

export interface StatusMerge {
  readonly status: KeptStatus;
  /** What the new data would have taken back; to be logged, so that nothing is dropped in silence. */
  readonly held: readonly ('completion' | 'success' | 'score')[];
}

const rank: Readonly<Record<Completion, number>> = {
  unknown: 0,
  'not attempted': 0,
  incomplete: 1,
  completed: 2,
};

/**
 * Joins what a registration has reached with what a session reports. Unless `downgrade` is allowed, completed and
 * passed stay, and so does the score that goes with a pass that stays. Where it is allowed, what is reported counts, and what
 * is not said, as at the beginning of an attempt, takes nothing back.
 */
export function mergeStatus(
  kept: KeptStatus | undefined,
  reported: KeptStatus,
  setting: { readonly downgrade: boolean },
): StatusMerge {
  if (!kept) return { status: reported, held: [] };
  if (setting.downgrade) return { status: latestOf(kept, reported), held: [] };
  const completionHeld = rank[reported.completion] < rank[kept.completion];
  const successHeld =
    (kept.success === 'passed' && reported.success !== 'passed') ||
    (kept.success === 'failed' && reported.success === 'unknown');
  const scoreHeld =
    (successHeld || Object.keys(reported.score).length === 0) && Object.keys(kept.score).length > 0;
  return {
    status: {
      completion: completionHeld ? kept.completion : reported.completion,
      success: successHeld ? kept.success : reported.success,
      score: scoreHeld ? kept.score : reported.score,
    },
    held: [
      ...(completionHeld ? (['completion'] as const) : []),
      ...(successHeld ? (['success'] as const) : []),
      ...(scoreHeld ? (['score'] as const) : []),
    ],
  };
}

function latestOf(kept: KeptStatus, { completion, success, score }: KeptStatus): KeptStatus {
  return {
    completion: rank[completion] === 0 ? kept.completion : completion,
    success: success === 'unknown' ? kept.success : success,
    score: Object.keys(score).length === 0 ? kept.score : score,
  };
}
