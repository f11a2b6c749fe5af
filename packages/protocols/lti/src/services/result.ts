import type { ScoreStanding } from './score-standing.ts';

/** AGS 2.0, 3.3. */
export interface Result {
  readonly id: string;
  readonly scoreOf: string;
  readonly userId: string;
  readonly resultScore: number;
  readonly resultMaximum: number;
  readonly comment?: string;
}

/** The score in points of the line item; more than its maximum where the tool gave more than its own (AGS 2.0, 3.4.2). */
export function rescale(
  { given, maximum }: { readonly given: number; readonly maximum: number },
  to: number,
): number {
  // 8.8 of 10 is 88 of 100, and not 88.00000000000001.
  return Number(((given * to) / maximum).toPrecision(12));
}

/** Undefined while there is no final score, or it was taken back. */
export function resultOf(
  standing: ScoreStanding,
  item: { readonly url: string; readonly scoreMaximum: number; readonly userId: string },
): Result | undefined {
  const { settled } = standing;
  if (!settled?.points) return undefined;
  const { url, scoreMaximum, userId } = item;
  return {
    id: `${url}/results/${encodeURIComponent(userId)}`,
    scoreOf: url,
    userId,
    resultScore: rescale(settled.points, scoreMaximum),
    resultMaximum: scoreMaximum,
    ...(settled.comment !== undefined && { comment: settled.comment }),
  };
}
