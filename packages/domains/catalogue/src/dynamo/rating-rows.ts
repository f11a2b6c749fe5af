import type { PersonId } from '@sinau/kernel';
import { composeKey, type Item, type Key } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { CourseId } from '../course.ts';
import type { Histogram } from '../ratings/histogram.ts';
import { placeOfComment, placeOfReport } from '../ratings/places.ts';
import { totalShards } from '../ratings/ports.ts';
import { type Rating, type RatingId, starValues } from '../ratings/rating.ts';
import { hashOf } from '../search/shard-of.ts';
import { coursePartition } from './keys.ts';

/** What one person rated. */
export const raterPartition = (personId: PersonId): string => composeKey('RATED', personId);
export const ratingKey = (personId: PersonId, courseId: CourseId): Key => ({
  pk: raterPartition(personId),
  sk: composeKey('COURSE', courseId),
});

/** One of several parts of a course's count: each rater counts in one of them. */
export const totalKey = (courseId: CourseId, shard: number): Key => ({
  pk: composeKey('RATINGS', courseId, String(shard)),
  sk: 'TOTAL',
});
export const totalKeyOf = ({ courseId, personId }: Rating): Key =>
  totalKey(courseId, hashOf(personId) % totalShards);

export const summaryKey = (courseId: CourseId): Key => ({ pk: coursePartition(courseId), sk: 'RATINGS' });

/** gsi2: comments on a course. One partition takes a thousand of them a second, more than people write. */
export const commentsPartition = (courseId: CourseId): string => composeKey('RATING-COMMENTS', courseId);

/** gsi1: comments that were reported, or hidden. */
export const reportsPartition = (state: 'reported' | 'hidden'): string => composeKey('RATING-REPORTS', state);

const branded = <Id>() => z.custom<Id>((value) => typeof value === 'string');

const ratingRow = z.object({
  ratingId: branded<RatingId>(),
  courseId: branded<CourseId>(),
  personId: branded<PersonId>(),
  stars: z.literal([...starValues]),
  comment: z.string().exactOptional(),
  report: z.object({ state: z.enum(['reported', 'hidden', 'kept']), at: z.string() }).exactOptional(),
  ratedAt: z.string(),
  changedAt: z.string(),
  rev: z.number(),
});

export const readRating = (row: Item): Rating => ratingRow.parse(row);

export function toRatingRow(rating: Rating): Item {
  const { personId, courseId, comment, report } = rating;
  const isReport = report?.state === 'reported' || report?.state === 'hidden';
  return {
    ...ratingKey(personId, courseId),
    kind: 'rating',
    ...rating,
    ...(comment !== undefined && {
      gsi2pk: commentsPartition(courseId),
      gsi2sk: placeOfComment(rating),
    }),
    ...(isReport && { gsi1pk: reportsPartition(report.state), gsi1sk: placeOfReport(rating) }),
  };
}

/** Names of the counts in a row. */
export const countNames = { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five' } as const;

const count = z.number().default(0);
const totalRow = z.object({ one: count, two: count, three: count, four: count, five: count });

export function readTotal(row: Item): Histogram {
  const { one, two, three, four, five } = totalRow.parse(row);
  return { 1: one, 2: two, 3: three, 4: four, 5: five };
}

export const toCounts = (histogram: Histogram): Readonly<Record<string, number>> =>
  Object.fromEntries(starValues.map((stars) => [countNames[stars], histogram[stars]]));

/** The course whose count one change of a row touched. */
export function ratedCourse({
  before,
  after,
}: {
  readonly before?: Item;
  readonly after?: Item;
}): CourseId | undefined {
  const row = after ?? before;
  return row?.kind === 'rating-total' ? branded<CourseId>().parse(row.courseId) : undefined;
}
