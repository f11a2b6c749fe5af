import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A person may take one version of a course, under a registration of its own. From enrolment. */
export const enrolmentCreatedSchema = z.object({
  ...envelope,
  type: z.literal('enrolment-created'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  courseVersion: z.int().positive(),
  /** xAPI registration of every statement of this enrolment. */
  registration: z.uuid(),
});
export type EnrolmentCreated = z.infer<typeof enrolmentCreatedSchema>;
