import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A reviewer has approved a version, and so published it, or sent it back. From catalogue. */
export const reviewDecidedSchema = z.object({
  ...envelope,
  type: z.literal('review-decided'),
  courseId: z.string(),
  courseVersion: z.int().positive(),
  providerId: z.string(),
  /** Of the version, by language tag. */
  title: z.record(z.string(), z.string()),
  /** Whoever submitted it: a person, or an API client of the provider. */
  submittedBy: z.object({ id: z.string(), name: z.string() }),
  outcome: z.enum(['approved', 'returned']),
});
export type ReviewDecided = z.infer<typeof reviewDecidedSchema>;
