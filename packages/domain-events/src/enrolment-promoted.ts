import * as z from 'zod';
import { envelope } from './envelope.ts';

/** The first of a waiting list got a seat; once per enrolment. From enrolment. */
export const enrolmentPromotedSchema = z.object({
  ...envelope,
  type: z.literal('enrolment-promoted'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
});
export type EnrolmentPromoted = z.infer<typeof enrolmentPromotedSchema>;
