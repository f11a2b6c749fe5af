import type { Locale } from '@sinau/kernel';
import * as z from 'zod';
import { certificationKinds, coreValues, courseFields, digitalPillars } from '../classification/codes.ts';
import { developmentForms, subjects } from '../course-details.ts';
import type { SearchableCourse } from './searchable-course.ts';

/** Ranges of lesson hours that the catalogue is filtered by; the upper end is outside, the last has none. */
export const jpBands = ['below-5', '5-10', '10-20', '20-40', 'from-40'] as const;
export const prices = ['free', 'paid'] as const;
/** At least so many stars on average; a course is in every band that it reaches. */
export const ratingBands = ['from-4.5', 'from-4', 'from-3'] as const;
export const searchSorts = ['relevance', 'newest', 'title', 'jp', 'rating'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** What the catalogue can be filtered and counted by. */
export const facetNames = [
  'language',
  'jp',
  'form',
  'provider',
  'competency',
  'subject',
  'price',
  'rating',
  'coreValue',
  'field',
  'digitalPillar',
  'certification',
] as const;
export type FacetName = (typeof facetNames)[number];

const some = <Value extends z.ZodType>(value: Value) => z.array(value).max(20).default([]);
const facetText = z.string().trim().min(1).max(200);

/** How far somebody may turn pages; whoever wants more filters or reads the whole list by `sort=title`. */
const furthest = 100_000;

/**
 * A search as it is asked. Several values of one filter: one of them is enough; all filters must be met. `sort`: without,
 * by relevance, and the newest first where no words are given. `locale`: whose titles an order by title follows.
 */
export const searchQuerySchema = z.strictObject({
  text: z.string().max(200).default(''),
  language: some(z.string().trim().toLowerCase().min(2).max(8)),
  jp: some(z.enum(jpBands)),
  form: some(z.enum(developmentForms)),
  provider: some(facetText),
  competency: some(facetText),
  subject: some(z.enum(subjects)),
  price: some(z.enum(prices)),
  rating: some(z.enum(ratingBands)),
  coreValue: some(z.enum(coreValues)),
  field: some(z.enum(courseFields)),
  digitalPillar: some(z.enum(digitalPillars)),
  certification: some(z.enum(certificationKinds)),
  sort: z.enum(searchSorts).default('relevance'),
  locale: z.enum(['id', 'en']).default('id'),
  offset: z.int().min(0).max(furthest).default(0),
  limit: z.int().min(1).max(100).default(24),
});

/** The same as the search takes it: a value that no course has is met by none. */
export interface SearchQuery extends Readonly<Record<FacetName, readonly string[]>> {
  readonly text: string;
  readonly sort: SearchSort;
  readonly locale: Locale;
  /** Results before the page; integer from 0. */
  readonly offset: number;
  readonly limit: number;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchResult {
  /** Courses that match, of which `courses` is one page. */
  readonly total: number;
  readonly courses: readonly SearchableCourse[];
  /**
   * For each filter what it would find with the other filters as they are, the most frequent first: so a second value
   * of the same filter can be added. Values that were asked for are there even with nothing found.
   */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** The words as they were understood, when a slip was corrected. */
  readonly corrected?: string;
  /** No course has all the words; these have as many as any. */
  readonly partial: boolean;
  /** What may have been meant: searches that would find something. */
  readonly suggestions: readonly string[];
}
