import * as z from 'zod/mini';
import { type Instant, readInstant } from './instant.ts';
import { maybe, maybeNumber, maybeText } from './lenient.ts';
import { isObject, type Read, refuse } from './read-outcome.ts';

/** How far the learner is, in the order in which it goes on (AGS 2.0, 3.4.7). */
export const activityProgresses = ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'] as const;
export type ActivityProgress = (typeof activityProgresses)[number];

/** How far grading is; only `FullyGraded` is final (AGS 2.0, 3.4.8). */
export const gradingProgresses = ['NotReady', 'Failed', 'Pending', 'PendingManual', 'FullyGraded'] as const;
export type GradingProgress = (typeof gradingProgresses)[number];

/** One score as a tool has posted it (AGS 2.0, 3.4). */
export interface Score {
  readonly userId: string;
  readonly instant: Instant;
  readonly activityProgress: ActivityProgress;
  readonly gradingProgress: GradingProgress;
  /** Both or neither. `given` ≥ 0, may exceed `maximum` > 0. */
  readonly points?: { readonly given: number; readonly maximum: number };
  readonly comment?: string;
  readonly submission?: { readonly startedAt?: string; readonly submittedAt?: string };
}

const score = z.object({
  userId: z.string().check(z.minLength(1), z.maxLength(255)),
  timestamp: z.string(),
  activityProgress: z.enum(activityProgresses),
  gradingProgress: z.enum(gradingProgresses),
  scoreGiven: maybeNumber,
  scoreMaximum: maybeNumber,
  comment: maybeText(16_000),
  submission: maybe(z.record(z.string(), z.unknown())),
});

/** Members that are not known, extensions among them, are passed over (AGS 2.0, 3.4.9). */
export function readScore(body: unknown): Read<Score> {
  if (!isObject(body)) return refuse('', 'a score is an object', 'AGS 3.4');
  const read = score.safeParse(body);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuse(`/${String(issue?.path[0] ?? '')}`, issue?.message ?? 'is not right', 'AGS 3.4');
  }
  const { userId, activityProgress, gradingProgress, comment, submission } = read.data;
  const instant = readInstant(read.data.timestamp);
  if (!instant) return refuse('/timestamp', 'must be ISO 8601 with a zone', 'AGS 3.4.5');
  const points = readPoints(read.data.scoreGiven, read.data.scoreMaximum);
  if (points && 'ok' in points) return points;
  return {
    ok: true,
    value: {
      ...{ userId, instant, activityProgress, gradingProgress },
      ...(points && { points }),
      ...(comment !== undefined && { comment }),
      ...(submission && { submission: readSubmission(submission) }),
    },
  };
}

function readPoints(given: number | undefined, maximum: number | undefined) {
  if (given === undefined) return undefined;
  if (given < 0) return refuse('/scoreGiven', 'must not be below 0', 'AGS 3.4.2');
  if (maximum === undefined || maximum <= 0) {
    return refuse('/scoreMaximum', 'must be there and greater than 0 when scoreGiven is', 'AGS 3.4.3');
  }
  return { given, maximum };
}

/** Times that cannot be read are left out: nothing depends on them, and a score must not be lost for them. */
function readSubmission(submission: Readonly<Record<string, unknown>>): NonNullable<Score['submission']> {
  const times = (['startedAt', 'submittedAt'] as const).flatMap((name) => {
    const value = submission[name];
    const instant = typeof value === 'string' ? readInstant(value) : undefined;
    return instant ? [[name, instant.iso] as const] : [];
  });
  return Object.fromEntries(times);
}

/** The same text for the same saying, however a tool wrote it: what a fingerprint is taken of. */
export function canonicalScore(score: Score): string {
  const { userId, instant, activityProgress, gradingProgress, points, comment, submission } = score;
  return JSON.stringify([
    userId,
    instant.order,
    activityProgress,
    gradingProgress,
    points ? [points.given, points.maximum] : null,
    comment ?? null,
    [submission?.startedAt ?? null, submission?.submittedAt ?? null],
  ]);
}
