import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Somebody was given a course as a duty. From enrolment. */
export const enrolmentAssignedSchema = z.object({
  ...envelope,
  type: z.literal('enrolment-assigned'),
  enrolmentId: z.string(),
  personId: z.string(),
  courseId: z.string(),
  /** Who assigned it; absent when a system of the agency did. */
  by: z.string().exactOptional(),
  /** Name of that system; for display only. */
  client: z.string().exactOptional(),
  as: z.enum(['supervisor', 'agency']),
  /** Last day, ISO date. */
  dueOn: z.string().exactOptional(),
});
export type EnrolmentAssigned = z.infer<typeof enrolmentAssignedSchema>;
