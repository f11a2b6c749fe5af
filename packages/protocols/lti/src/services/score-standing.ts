import { orderOf } from './instant.ts';
import {
  type ActivityProgress,
  activityProgresses,
  type GradingProgress,
  gradingProgresses,
  type Score,
} from './score.ts';

/** When something was said, as text that compares. */
export interface Mark {
  /** Moment by the tool's clock, then how far it says things are, then its points, then a fingerprint: two sayings never have the same. */
  readonly said: string;
  /** Arrival, where the tool's clock was ahead of it: later sayings must not be locked out until then. */
  readonly arrived?: string;
}

/** Where one learner stands in one line item: the newest of what was said, whatever order it came in. */
export interface ScoreStanding {
  readonly progress: Mark & {
    readonly activity: ActivityProgress;
    readonly grading: GradingProgress;
  };
  /** The newest final score, or the newest reset (then without points). */
  readonly settled?: Mark & {
    readonly points?: NonNullable<Score['points']>;
    readonly comment?: string;
    /** ISO 8601 UTC, by the tool's clock. */
    readonly at: string;
  };
}

export type ScoreOutcome =
  | { readonly outcome: 'taken'; readonly standing: ScoreStanding }
  /** Exactly this was said before and still stands. */
  | { readonly outcome: 'repeated' }
  /** Something newer stands. */
  | { readonly outcome: 'outdated' };

/**
 * Takes one score into account (AGS 2.0, 3.4.5): progress and result are each held by the newest saying about them, so that any order of
 * arrival ends in the same. A final score is not lost because a mere progress report overtook it.
 */
export function takeScore(
  standing: ScoreStanding | undefined,
  score: Score,
  given: { readonly fingerprint: string; readonly receivedAt: Date },
): ScoreOutcome {
  const mark = markOf(score, given);
  if (standing && [standing.progress.said, standing.settled?.said].includes(mark.said))
    return { outcome: 'repeated' };
  const { activityProgress: activity, gradingProgress: grading } = score;
  const moves = isNewer(mark, standing?.progress);
  const settles = settlesResult(score) && isNewer(mark, standing?.settled);
  const progress = moves || !standing ? { ...mark, activity, grading } : standing.progress;
  const settled = settles ? settledBy(score, mark) : standing?.settled;
  if (!moves && !settles) return { outcome: 'outdated' };
  return { outcome: 'taken', standing: { progress, ...(settled && { settled }) } };
}

/** A final score counts; a reset (nothing begun, no points) takes it back; everything else is about progress alone. */
export function settlesResult({ activityProgress, gradingProgress, points }: Score): boolean {
  if (points) return gradingProgress === 'FullyGraded';
  return activityProgress === 'Initialized';
}

function settledBy({ points, comment, instant }: Score, mark: Mark): NonNullable<ScoreStanding['settled']> {
  return { ...mark, at: instant.iso, ...(points && { points }), ...(comment !== undefined && { comment }) };
}

/**
 * Tools count whole seconds: of two sayings in one of them, the one that says more stands, and of those the one with more points. So a tool that
 * sends a better score at once is heard, and any order of arrival still ends in the same.
 */
function markOf(
  score: Score,
  { fingerprint, receivedAt }: { readonly fingerprint: string; readonly receivedAt: Date },
): Mark {
  const { instant, activityProgress, gradingProgress, points } = score;
  const rank = `${activityProgresses.indexOf(activityProgress)}${gradingProgresses.indexOf(gradingProgress)}`;
  const arrived = orderOf(receivedAt);
  const said = `${instant.order}~${rank}~${shareText(points)}~${fingerprint}`;
  return { said, ...(instant.order > arrived && { arrived }) };
}

/** Of the maximum, in billionths, as text that compares; none are less than any. */
function shareText(points: Score['points']): string {
  if (!points) return '-';
  return String(Math.round(Math.min(points.given / points.maximum, 1e6) * 1e9)).padStart(16, '0');
}

function isNewer(mark: Mark, than: Mark | undefined): boolean {
  if (!than) return true;
  // Both by one clock that is ahead: it still tells which of its own sayings is newer.
  if (mark.arrived !== undefined || than.arrived === undefined) return mark.said > than.said;
  return mark.said > than.arrived;
}
