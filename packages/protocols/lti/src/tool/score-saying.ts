import type { ActivityProgress, GradingProgress } from '../services/index.ts';

/** Where a learner stands in a course of ours. */
export interface ToolStanding {
  /** Something of the course was opened. */
  readonly begun: boolean;
  /** Something in it was reached. */
  readonly reached: boolean;
  /** The whole course counts as done, now. */
  readonly completed: boolean;
  /** Mean of what its parts were judged with, 0 to 1; absent: none of them gives a score. */
  readonly score?: number;
}

/** What a score says, but for whom and when (AGS 2.0, 3.4). */
export interface ScoreSaying {
  readonly activityProgress: ActivityProgress;
  readonly gradingProgress: GradingProgress;
  readonly scoreGiven?: number;
  readonly scoreMaximum?: number;
}

/** Of every line item that we make, and of every score: the platform scales to its own. */
export const scoreMaximum = 100;

/**
 * Points are given for the whole course alone, and are final: a share of progress is no achievement, and platforms add up whatever points
 * they have. Until then a score says how far the learner is, without points; after a completion that was taken back the same message
 * clears what it gave (AGS 2.0, 3.4.3). A course whose parts give no score counts with all points. Undefined: there is nothing to say.
 */
export function scoreSaying({ begun, reached, completed, score }: ToolStanding): ScoreSaying | undefined {
  if (completed) {
    const scoreGiven = score === undefined ? scoreMaximum : pointsOf(score);
    return { activityProgress: 'Completed', gradingProgress: 'FullyGraded', scoreGiven, scoreMaximum };
  }
  if (!begun) return undefined;
  return { activityProgress: reached ? 'InProgress' : 'Started', gradingProgress: 'NotReady' };
}

/** Two digits: more is no difference that anybody would grade by. Scores below zero, which cmi5 knows, are none here. */
const pointsOf = (score: number): number =>
  Math.round(Math.min(1, Math.max(0, score)) * scoreMaximum * 100) / 100;

/** The same text for the same saying. */
export const sayingMark = (saying: ScoreSaying): string =>
  JSON.stringify([saying.activityProgress, saying.gradingProgress, saying.scoreGiven ?? null]);

/** As it is sent. `timestamp`: ISO 8601 UTC with milliseconds; platforms drop what is older than what they have. */
export const scoreBody = (
  saying: ScoreSaying,
  { subject, timestamp }: { readonly subject: string; readonly timestamp: string },
) => ({ userId: subject, timestamp, ...saying });

/** Ids of line items may have a query: what follows belongs on the path (AGS 2.0, 3.1). */
export function scoresAddress(lineItem: string): string {
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(lineItem) ?? [];
  return `${path.replace(/\/$/, '')}/scores${query}`;
}
