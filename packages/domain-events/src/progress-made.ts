import * as z from 'zod';
import { envelope } from './envelope.ts';

/**
 * A learner, also one of another system, opened a part, ended it or reached something in it, here or by a result of a provider. Not told of trials. What was
 * reached the registration says. From delivery.
 */
export const progressMadeSchema = z.object({
  ...envelope,
  type: z.literal('progress-made'),
  registration: z.uuid(),
  courseId: z.string(),
  /** The latest of it is a result of another system. There may be no statement that tells of it. */
  elsewhere: z.literal(true).exactOptional(),
  /** Absent for a guest. */
  personId: z.string().exactOptional(),
  /** The latest session, from its launch to its last statement so far, by our own clock. */
  session: z.object({ sessionId: z.string(), from: z.iso.datetime(), to: z.iso.datetime() }).exactOptional(),
});
export type ProgressMade = z.infer<typeof progressMadeSchema>;
