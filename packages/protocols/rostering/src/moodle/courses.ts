import * as z from 'zod';
import { readCustomFields } from '../custom-fields.ts';
import type { ExternalCourse } from '../external.ts';
import { nameOf, shortened, textOfHtml, textOfPlain } from '../plain-text.ts';
import { readLanguage } from '../quantities.ts';
import { dayAt } from '../table/read-dates.ts';
import { moment, moodleId, numeric, truth, words } from './wire.ts';

const customFieldSchema = z.object({ shortname: words, value: words, valueraw: words });

const courseSchema = z.object({
  id: moodleId,
  shortname: words,
  fullname: words,
  summary: words,
  summaryformat: numeric,
  format: words,
  categoryid: numeric,
  startdate: moment,
  enddate: moment,
  timemodified: moment,
  visible: truth,
  lang: words,
  /** 0: completion is not followed in this course. Said to whoever may enter it. */
  enablecompletion: numeric,
  customfields: z.array(customFieldSchema).nullish(),
});

/** Markup is in every format but this one (FORMAT_PLAIN). */
const plainFormat = 2;
export const longestTitle = 300;
export const longestDescription = 4_000;

/**
 * Courses of `core_course_get_courses` and `core_course_get_courses_by_field`, which differ in their outer shape. The page
 * of the site itself, which Moodle counts among them, is left out. Undefined when it is no list of courses.
 */
export function readMoodleCourses(
  value: unknown,
  site: { readonly baseUrl: string },
): readonly ExternalCourse[] | undefined {
  return readMoodleCourseList(value, site)?.map(({ course }) => course);
}

export interface MoodleListedCourse {
  readonly course: ExternalCourse;
  readonly categoryId?: string;
  /**
   * False: it is not said whether learners see it. `core_course_get_courses` says so to those who may change the course, and
   * `core_course_get_courses_by_field` to those who may enter it.
   */
  readonly tellsVisible: boolean;
}

/** The same, with what is said beside each course. */
export function readMoodleCourseList(
  value: unknown,
  site: { readonly baseUrl: string },
): readonly MoodleListedCourse[] | undefined {
  const list = Array.isArray(value) ? value : (value as { readonly courses?: unknown } | null)?.courses;
  const parsed = z.array(courseSchema).safeParse(list);
  if (!parsed.success) return undefined;
  return parsed.data
    .filter(({ id, format, categoryid }) => id !== '1' && format !== 'site' && categoryid !== 0)
    .map((course) => ({
      course: courseOf(course, site.baseUrl),
      ...(course.categoryid !== undefined && { categoryId: String(course.categoryid) }),
      tellsVisible: course.visible !== undefined,
    }));
}

const searchSchema = z.object({ total: numeric, courses: z.array(z.object({ id: moodleId })) });

/** Of `core_course_search_courses`: how many there are, and the ids of one page of them. */
export function readMoodleCourseIds(
  value: unknown,
): { readonly total: number; readonly ids: readonly string[] } | undefined {
  const { data } = searchSchema.safeParse(value);
  if (data?.total === undefined) return undefined;
  return { total: data.total, ids: data.courses.map(({ id }) => id) };
}

function courseOf(course: z.infer<typeof courseSchema>, baseUrl: string): ExternalCourse {
  const code = nameOf(course.shortname);
  const title = nameOf(course.fullname) || code || course.id;
  // More than this holds no more words than are kept, but for pictures put into the text.
  const summary = course.summary.slice(0, 200_000);
  const text = course.summaryformat === plainFormat ? textOfPlain(summary) : textOfHtml(summary);
  const { startdate, enddate, timemodified } = course;
  const fields = fieldsOf(course);
  const spoken = readLanguage(course.lang);
  return {
    externalId: course.id,
    ...(code !== '' && { code: shortened(code, 100) }),
    title: shortened(title, longestTitle),
    description: shortened(text, longestDescription),
    url: `${baseUrl}/course/view.php?id=${course.id}`,
    ...fields,
    languages: fields.languages.length > 0 ? fields.languages : spoken ? [spoken] : [],
    // Nothing there says when enrolment opens, and learners are not kept out until classes begin.
    ...(startdate !== undefined && { classesFrom: dayAt(startdate) }),
    ...(enddate !== undefined && { endsAt: enddate }),
    ...(course.enablecompletion === 0 && { tellsCompletion: false as const }),
    visible: course.visible !== false,
    ...(timemodified !== undefined && { modifiedAt: timemodified }),
  };
}

function fieldsOf({ customfields }: Pick<z.infer<typeof courseSchema>, 'customfields'>) {
  return readCustomFields(
    (customfields ?? []).map(({ shortname, value, valueraw }) => [
      shortname,
      // The raw value of a list to choose from is a number; what people read is in `value`.
      value === '' ? valueraw : value,
    ]),
  );
}

export interface MoodleCategory {
  readonly id: string;
  /** Courses that lie in it itself, whoever may enter them. */
  readonly courses: number;
  /** Absent: it lies in no other. */
  readonly parent?: string;
}

/** How many courses lie in each category; undefined when it is no list of categories. */
export function readMoodleCategories(value: unknown): readonly MoodleCategory[] | undefined {
  const parsed = z.array(z.object({ id: moodleId, coursecount: numeric, parent: numeric })).safeParse(value);
  return parsed.data?.map(({ id, coursecount, parent }) => ({
    ...{ id, courses: coursecount ?? 0 },
    ...(parent && { parent: String(parent) }),
  }));
}
