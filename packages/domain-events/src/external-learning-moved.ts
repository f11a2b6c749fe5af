import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A record of learning elsewhere has taken a step; once per line of its history. From external-learning. */
export const externalLearningMovedSchema = z.object({
  ...envelope,
  type: z.literal('external-learning-moved'),
  personId: z.string(),
  learningId: z.string(),
  /** Of its history, from 1. */
  line: z.int(),
  state: z.enum([
    ...['draft', 'submitted', 'supervisor_ok', 'hr_ok', 'assigned', 'in_progress'],
    ...['reported', 'verified', 'recognised', 'returned', 'rejected', 'cancelled'],
  ] as const),
});
export type ExternalLearningMoved = z.infer<typeof externalLearningMovedSchema>;
