import * as z from 'zod';
import { title } from './title.ts';

/** What of the training arrives at work. */
export const evaluationsNotices = [
  /** What of the training arrives at work is asked, after months. */
  z.object({
    kind: z.literal('evaluation-asked'),
    params: z.object({
      courseTitle: title,
      step: z.enum(['ask', 'remind']),
      /** How many are asked about beside it. */
      others: z.int().nonnegative(),
      /** ISO 8601 UTC. */
      closesAt: z.string(),
    }),
  }),
  /** Of a supervisor, about their team. */
  z.object({
    kind: z.literal('evaluation-team-asked'),
    params: z.object({ step: z.enum(['ask', 'remind']) }),
  }),
] as const;
