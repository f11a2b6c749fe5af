import * as z from 'zod';
import { envelope } from './envelope.ts';

/**
 * Somebody helped others learn: minutes that somebody who answers for it has confirmed, never a person's own word.
 * From whoever keeps coaching, mentoring, communities, and events with their speakers.
 *
 * All that is said of one share has one `shareId`; of two words about it the one with the higher `revision` holds,
 * in whatever order they come.
 */
export const teachingSharedSchema = z.object({
  ...envelope,
  type: z.literal('teaching-shared'),
  /** One for each source and person, the same for ever: `coaching-<id>-<person>`. */
  shareId: z.string().min(1).max(200),
  /** Counts up with each change of the same share: 1, 2, 3. */
  revision: z.int().min(1),
  /** Who taught. */
  personId: z.string(),
  /** Agency of this person when they taught. */
  agencyId: z.string(),
  form: z.enum(['coaching', 'mentoring', 'community', 'event']),
  /** Whole minutes of teaching, more than none. What was taken back says what it was. */
  minutes: z.int().min(1),
  /** The day at the place where it was taught, `2026-11-29`: decides the year it counts for. */
  on: z.iso.date(),
  /** What was taught, in the words of its source. Names no learner. */
  title: z.string().min(1).max(300),
  /** Whether it was taken back: it did not happen, or was not theirs. */
  withdrawn: z.boolean(),
});
export type TeachingShared = z.infer<typeof teachingSharedSchema>;
