import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A learner asked to be let into a course, and somebody has to decide. From enrolment. */
export const enrolmentRequestedSchema = z.object({
  ...envelope,
  type: z.literal('enrolment-requested'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  registration: z.uuid(),
});
export type EnrolmentRequested = z.infer<typeof enrolmentRequestedSchema>;
