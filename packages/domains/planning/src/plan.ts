import type { PersonId } from '@sinau/kernel';
import * as z from 'zod';

/** 1 for Monday to 7 for Sunday. */
export type Weekday = number;

export const leastMinutes = 15;
export const mostMinutes = 2400;

/** What a person may say of their week. Strict: there is no other field (case D1). */
export const planRequestSchema = z.strictObject({
  days: z
    .array(z.int().min(1).max(7))
    .min(1)
    .transform((days) => [...new Set(days)].toSorted((a, b) => a - b)),
  /** Of the whole week. */
  minutes: z.int().min(leastMinutes).max(mostMinutes),
});
export type PlanRequest = z.infer<typeof planRequestSchema>;

export interface WeeklyPlan {
  readonly personId: PersonId;
  readonly days: readonly Weekday[];
  readonly minutes: number;
  /** Given up; kept so that it can be taken up again. */
  readonly stopped?: true;
  readonly changedAt: string;
  /** Counts the changes, from 1; a writer names the one it has read. */
  readonly rev: number;
}

/** One opening of a part, by our own clock. Times are ISO 8601 UTC. */
export interface LearnedSession {
  readonly sessionId: string;
  readonly from: string;
  /** Of the last statement so far. */
  readonly to: string;
}
