import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A version of a course was opened to learners, for the first time or in place of another. From catalogue. */
export const coursePublishedSchema = z.object({
  ...envelope,
  type: z.literal('course-published'),
  courseId: z.string(),
  providerId: z.string(),
  courseVersion: z.int().positive(),
  /** By BCP 47 tag. */
  title: z.record(z.string(), z.string()),
  /** Lesson hours in hundredths. */
  jpHundredths: z.int().positive(),
});
export type CoursePublished = z.infer<typeof coursePublishedSchema>;
