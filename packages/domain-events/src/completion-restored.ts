import * as z from 'zod';
import { envelope } from './envelope.ts';

/** The provider of a course stands by a completion again that it had taken back. Once each time. From enrolment. */
export const completionRestoredSchema = z.object({
  ...envelope,
  type: z.literal('completion-restored'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  registration: z.uuid(),
});
export type CompletionRestored = z.infer<typeof completionRestoredSchema>;
