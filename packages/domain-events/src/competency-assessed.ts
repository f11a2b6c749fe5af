import * as z from 'zod';
import { envelope } from './envelope.ts';

/** What somebody was found to hold was recorded, withdrawn, or counts again. Never a person's own word. From competency. */
export const competencyAssessedSchema = z.object({
  ...envelope,
  type: z.literal('competency-assessed'),
  personId: z.string(),
  /** Id of the competency. */
  competency: z.string(),
  change: z.enum(['recorded', 'withdrawn', 'restored']),
  /** Who did it. */
  by: z.string(),
});
export type CompetencyAssessed = z.infer<typeof competencyAssessedSchema>;
