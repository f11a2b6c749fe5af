import { type Brand, InvalidInput, type PersonId } from '@sinau/kernel';
import * as z from 'zod';
import type { CourseId } from '../course.ts';

export type RatingId = Brand<'RatingId'>;

export const starValues = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof starValues)[number];

/** Longer ones nobody reads, and they tell too much of their writer. */
export const mostCommented = 1_000;

/** What one person thinks of one course; at most one, which may be changed and withdrawn. Times are ISO 8601 UTC. */
export interface Rating {
  readonly ratingId: RatingId;
  readonly courseId: CourseId;
  readonly personId: PersonId;
  readonly stars: Stars;
  /** Plain text of its writer; shown to the course's authors without a name. */
  readonly comment?: string;
  /** What became of the comment: authors reported it, and an operator hid it or left it. Gone with the comment. */
  readonly report?: { readonly state: 'reported' | 'hidden' | 'kept'; readonly at: string };
  readonly ratedAt: string;
  readonly changedAt: string;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

/** Lines stay; what else does not print, and what turns the direction of writing, does not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Strict: a body that names another person or a state is refused (case D2). */
export const ratingRequestSchema = z.strictObject({
  stars: z.literal([...starValues]),
  comment: z
    .string()
    .max(mostCommented)
    .transform((text) =>
      text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\t', ' ').replace(unprintable, '').trim(),
    )
    .default(''),
});
export type RatingRequest = z.input<typeof ratingRequestSchema>;

export function parseRating(given: unknown): z.output<typeof ratingRequestSchema> {
  const parsed = ratingRequestSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
  throw new InvalidInput('A rating is one to five stars, with a comment of at most 1,000 characters.', {
    issues,
  });
}
