import * as z from 'zod';

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
] as const;
