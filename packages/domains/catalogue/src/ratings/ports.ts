import type { PersonId } from '@sinau/kernel';
import type { CourseId } from '../course.ts';
import type { Histogram } from './histogram.ts';
import type { Rating } from './rating.ts';

/** Parts of a course's count, so that many who finish at once do not wait for one row. */
export const totalShards = 16;

export interface RatingPage {
  readonly ratings: readonly Rating[];
  /** Place of the last one, when more may follow. */
  readonly next?: string;
}

/** How a course was rated when it was last counted; `rev` counts these counts. */
export interface RatingSummary {
  readonly histogram: Histogram;
  readonly rev: number;
}

/** Every method rejects with `Unavailable` when the store does not answer; then nothing was written. */
export interface RatingStore {
  /** Sees every write that was answered before. */
  find(personId: PersonId, courseId: CourseId): Promise<Rating | undefined>;
  /** Of one person, in no particular order; sees every write that was answered before. At most 1,000. */
  listOf(personId: PersonId): Promise<readonly Rating[]>;
  /**
   * Writes a rating and what it counts for, or neither. `before`: as it was read, absent for a new one; `after`: absent
   * to withdraw it, else with the next `rev`. `changed`: it is not as it was read.
   */
  change(step: { readonly before?: Rating; readonly after?: Rating }): Promise<'stored' | 'changed'>;
  /** What all ratings of a course come to; sees every write that was answered before. */
  count(courseId: CourseId): Promise<Histogram>;
  summary(courseId: CourseId): Promise<RatingSummary | undefined>;
  /** Replaces the summary whose `rev` is one lower; 1 is the first. */
  writeSummary(courseId: CourseId, summary: RatingSummary): Promise<'stored' | 'conflict'>;
  /** Ratings with a comment, those of the last day first; may miss a write of the last second. `after`: any text is a place. */
  listComments(
    courseId: CourseId,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<RatingPage>;
  /** The one at a place of that list. */
  findComment(courseId: CourseId, place: string): Promise<Rating | undefined>;
  /** Of all courses, the one reported last first; at most 100; may miss a write of the last second. */
  listReports(state: 'reported' | 'hidden'): Promise<readonly Rating[]>;
  findReport(state: 'reported' | 'hidden', place: string): Promise<Rating | undefined>;
}

/** How far somebody came in a course; the enrolment domain answers. */
export interface Experience {
  of(personId: PersonId, courseId: string): Promise<'none' | 'begun' | 'completed'>;
}
