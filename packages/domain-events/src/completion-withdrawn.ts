import * as z from 'zod';
import { envelope } from './envelope.ts';

/**
 * The provider of a course does not stand by a completion any more. The enrolment stays completed; JP and certificate follow. Once each
 * time. From enrolment.
 */
export const completionWithdrawnSchema = z.object({
  ...envelope,
  type: z.literal('completion-withdrawn'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  registration: z.uuid(),
  /** By the provider's time. */
  saidAt: z.string(),
});
export type CompletionWithdrawn = z.infer<typeof completionWithdrawnSchema>;
