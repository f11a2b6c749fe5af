import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A request was decided on; once per request. From enrolment. */
export const enrolmentDecidedSchema = z.object({
  ...envelope,
  type: z.literal('enrolment-decided'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  /** `waiting`: approved, and no seat was free. */
  outcome: z.enum(['approved', 'waiting', 'declined']),
  /** Given when it was declined; for the learner alone. */
  reason: z.string().exactOptional(),
});
export type EnrolmentDecided = z.infer<typeof enrolmentDecidedSchema>;
