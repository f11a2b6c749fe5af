import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Every AU of a registration met its criterion, so that its course is satisfied; once per registration. From delivery. */
export const courseSatisfiedSchema = z.object({
  ...envelope,
  type: z.literal('course-satisfied'),
  registration: z.uuid(),
  personId: z.string(),
  courseId: z.string(),
  courseVersion: z.int().positive(),
});
export type CourseSatisfied = z.infer<typeof courseSatisfiedSchema>;
