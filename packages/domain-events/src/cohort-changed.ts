import * as z from 'zod';
import { envelope } from './envelope.ts';

/** What concerns everybody who has a seat in a cohort. From programmes. */
export const cohortChangedSchema = z.object({
  ...envelope,
  type: z.literal('cohort-changed'),
  cohortId: z.string(),
  /** `moved`: other days. */
  change: z.enum(['moved', 'closed', 'cancelled']),
});
export type CohortChanged = z.infer<typeof cohortChangedSchema>;
