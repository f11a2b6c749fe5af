import * as z from 'zod';
import { title } from './title.ts';

/** Courses as their authors and reviewers hear of them. */
export const coursesNotices = [
  z.object({ kind: z.literal('course-published'), params: z.object({ courseTitle: title }) }),
  z.object({
    kind: z.literal('package-import-finished'),
    params: z.object({
      /** File name as the author uploaded it. */
      packageName: z.string(),
      /** `failed`: a fault of the platform; the package may be sound. */
      outcome: z.enum(['accepted', 'rejected', 'failed']),
      /** Findings of the report that must be mended; 0 when accepted. */
      errors: z.int().nonnegative(),
    }),
  }),
  z.object({
    kind: z.literal('offer-withdrawn'),
    params: z.object({
      courseTitle: title,
      /** Who is learning: of the agency, or all of them for the provider. */
      learners: z.int().nonnegative(),
    }),
  }),
  /** The learner goes on with a newer version. */
  z.object({ kind: z.literal('course-updated'), params: z.object({ courseTitle: title }) }),
  z.object({
    kind: z.literal('review-submitted'),
    params: z.object({
      courseTitle: title,
      version: z.int().positive(),
      /** Name of whoever submitted it. */
      by: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('review-decided'),
    params: z.object({
      courseTitle: title,
      version: z.int().positive(),
      /** `approved`: it is published with that. */
      outcome: z.enum(['approved', 'returned']),
    }),
  }),
] as const;
