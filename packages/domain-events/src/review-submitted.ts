import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A version of a course waits for a reviewer; once per submission. From catalogue. */
export const reviewSubmittedSchema = z.object({
  ...envelope,
  type: z.literal('review-submitted'),
  courseId: z.string(),
  courseVersion: z.int().positive(),
  providerId: z.string(),
  /** Of the version, by language tag. */
  title: z.record(z.string(), z.string()),
  /** Whoever submitted it: a person, or an API client of the provider. */
  submittedBy: z.object({ id: z.string(), name: z.string() }),
});
export type ReviewSubmitted = z.infer<typeof reviewSubmittedSchema>;
