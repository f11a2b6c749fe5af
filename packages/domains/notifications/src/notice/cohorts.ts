import * as z from 'zod';
import { title } from './title.ts';

/** Cohorts of learning paths and courses. */
export const cohortsNotices = [
  /** What became of somebody's place in a cohort, by the word of others; `nominated`: somebody named them. */
  z.object({
    kind: z.literal('cohort-seat'),
    params: z.object({
      title: z.string(),
      state: z.enum([
        ...(['offered', 'confirmed', 'waiting', 'nominated', 'nominated-waiting'] as const),
        ...(['declined', 'lapsed', 'removed'] as const),
      ]),
      /** Until when an offer is kept, ISO 8601 UTC. */
      until: z.string().exactOptional(),
      /** Of whoever declined or removed. */
      reason: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('cohort-requested'),
    /** `learner`: name of whoever asks. */
    params: z.object({ title: z.string(), learner: z.string() }),
  }),
  z.object({
    kind: z.literal('cohort-changed'),
    params: z.object({
      title: z.string(),
      /** `moved`: other days. */
      change: z.enum(['moved', 'closed', 'cancelled']),
      /** Why it is cancelled. */
      reason: z.string().exactOptional(),
    }),
  }),
  /** Days of steps that somebody has not finished. */
  z.object({
    kind: z.literal('cohort-steps'),
    params: z.object({
      /** Of the cohort. */
      title: z.string(),
      /** The earliest day first. */
      steps: z
        .array(
          z.object({
            title,
            /** ISO date. */
            on: z.string(),
            /** Days that are left, or that it is over. */
            reminder: z.enum(['30', '7', '1', 'overdue']),
          }),
        )
        .min(1),
      /** What is left out of these. */
      more: z.int().nonnegative(),
    }),
  }),
  /** Once a week, to a supervisor. */
  z.object({
    kind: z.literal('cohort-team'),
    params: z.object({
      /** How many of the team are late with a step, and have one that is due within a week. */
      late: z.int().nonnegative(),
      soon: z.int().nonnegative(),
      /** Steps of the first. */
      lines: z.array(
        z.object({
          learner: z.string(),
          late: z.int().nonnegative(),
          soon: z.int().nonnegative(),
        }),
      ),
      more: z.int().nonnegative(),
    }),
  }),
] as const;
