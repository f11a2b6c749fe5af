import type { Jp, LanguageMap, ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import { type Classification, classificationSchema } from '../classification/classification.ts';
import { type Course, type CourseId, publishedSide } from '../course.ts';
import { type DevelopmentForm, developmentForms, type Subject, subjects } from '../course-details.ts';
import { coarseRating, type Histogram, type ShownRating } from '../ratings/histogram.ts';

/** What the search keeps of a published course: enough to find it, to count it and to show it in a list. */
export interface SearchableCourse {
  readonly courseId: CourseId;
  readonly providerId: ProviderId;
  readonly title: LanguageMap;
  /** Its beginning; at most `mostDescribed` characters in each language. */
  readonly description: LanguageMap;
  readonly jp: Jp;
  readonly form: DevelopmentForm;
  readonly subject: Subject;
  readonly competencies: readonly string[];
  /** Main tags, lower case. */
  readonly languages: readonly string[];
  /** Whole rupiah; 0 is free of charge. */
  readonly price: number;
  readonly minutes?: number;
  readonly publishedAt: string;
  /** In steps, so that a rating seldom costs a write; absent below five. */
  readonly rating?: ShownRating;
  readonly classification?: Classification;
}

const mostDescribed = 320;

const branded = <Id>() => z.custom<Id>((value) => typeof value === 'string');
const languageMap = z.record(z.string(), z.string());

/** As it lies in a shard. */
export const searchableCourseSchema = z.object({
  courseId: branded<CourseId>(),
  providerId: branded<ProviderId>(),
  title: languageMap,
  description: languageMap,
  jp: z.custom<Jp>((value) => typeof value === 'number'),
  form: z.enum(developmentForms),
  subject: z.enum(subjects),
  competencies: z.array(z.string()),
  languages: z.array(z.string()),
  price: z.number(),
  minutes: z.number().exactOptional(),
  publishedAt: z.string(),
  rating: z.object({ average: z.number(), count: z.number() }).exactOptional(),
  classification: classificationSchema.exactOptional(),
});

/** Undefined unless the course is published. */
export function searchableOf(course: Course, rated?: Histogram): SearchableCourse | undefined {
  const side = publishedSide(course);
  if (!side) return undefined;
  const { courseId, providerId, title, jp, details, publishedAt } = side;
  const { form, subject, competencies, price, minutes, classification } = details;
  const rating = rated && coarseRating(rated);
  // Parsed, so that its properties stand in the same order as in what was read from a shard.
  return searchableCourseSchema.parse({
    ...{ courseId, providerId, title, jp, form, subject, competencies, price, publishedAt },
    description: beginningOf(side.description),
    languages: mainTags(details.languages.length > 0 ? details.languages : Object.keys(title)),
    ...(minutes !== undefined && { minutes }),
    ...(rating && { rating }),
    ...(classification && { classification }),
  });
}

/** Both made by `searchableCourseSchema`, which puts properties in one order. */
export function isSame(a: SearchableCourse | undefined, b: SearchableCourse | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function beginningOf(texts: LanguageMap): LanguageMap {
  const cut = (text: string) => {
    if (text.length <= mostDescribed) return text;
    const head = text.slice(0, mostDescribed - 1);
    return `${head.slice(0, Math.max(head.lastIndexOf(' '), mostDescribed / 2)).toWellFormed()}…`;
  };
  return Object.fromEntries(Object.entries(texts).map(([tag, text]) => [tag, cut(text)]));
}

/** `id-ID` is `id`; `und` names no language. */
function mainTags(tags: readonly string[]): readonly string[] {
  const main = tags.map((tag) => (tag.split('-')[0] ?? '').toLowerCase());
  return [...new Set(main)].filter((tag) => tag !== '' && tag !== 'und');
}
