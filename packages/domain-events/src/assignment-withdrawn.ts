import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A duty was taken back. From enrolment. */
export const assignmentWithdrawnSchema = z.object({
  ...envelope,
  type: z.literal('assignment-withdrawn'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  /** The enrolment ended with it: the learner had not enrolled on their own. */
  ended: z.boolean(),
  /** The learner had asked for approval before, and nobody has decided on that. */
  hadAsked: z.literal(true).exactOptional(),
});
export type AssignmentWithdrawn = z.infer<typeof assignmentWithdrawnSchema>;
