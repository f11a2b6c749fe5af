import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A learner goes on with a newer version of the course, by the course's rule; once per version. From enrolment. */
export const enrolmentMovedSchema = z.object({
  ...envelope,
  type: z.literal('enrolment-moved'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  registration: z.string(),
  /** The version before. */
  from: z.int().positive(),
  courseVersion: z.int().positive(),
});
export type EnrolmentMoved = z.infer<typeof enrolmentMovedSchema>;
