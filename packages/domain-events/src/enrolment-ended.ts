import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Somebody left a course, its waiting list, or the list of requests: a seat may be free. From enrolment. */
export const enrolmentEndedSchema = z.object({
  ...envelope,
  type: z.literal('enrolment-ended'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  registration: z.uuid(),
  state: z.enum(['declined', 'withdrawn', 'cancelled']),
});
export type EnrolmentEnded = z.infer<typeof enrolmentEndedSchema>;
