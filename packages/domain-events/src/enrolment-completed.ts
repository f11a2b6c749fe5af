import * as z from 'zod';
import { envelope } from './envelope.ts';

/** The course of an enrolment was satisfied while it was active; once per enrolment. From enrolment. */
export const enrolmentCompletedSchema = z.object({
  ...envelope,
  type: z.literal('enrolment-completed'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  courseVersion: z.int().positive(),
  registration: z.uuid(),
});
export type EnrolmentCompleted = z.infer<typeof enrolmentCompletedSchema>;
