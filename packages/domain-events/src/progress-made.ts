import * as z from 'zod';
import { envelope } from './envelope.ts';

/**
 * A learner, also one of another system, opened a part, ended it or reached something in it. Not told of trials. What was
 * reached the registration says. From delivery.
 */
export const progressMadeSchema = z.object({
  ...envelope,
  type: z.literal('progress-made'),
  registration: z.uuid(),
  courseId: z.string(),
});
export type ProgressMade = z.infer<typeof progressMadeSchema>;
