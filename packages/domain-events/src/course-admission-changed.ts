import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A published course admits people otherwise than before, or came back into the catalogue. From catalogue. */
export const courseAdmissionChangedSchema = z.object({
  ...envelope,
  type: z.literal('course-admission-changed'),
  courseId: z.string(),
});
export type CourseAdmissionChanged = z.infer<typeof courseAdmissionChangedSchema>;
