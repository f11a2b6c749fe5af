import * as z from 'zod';
import type { ExternalCourse } from '../external.ts';
import { nameOf, shortened, textOfHtml } from '../plain-text.ts';
import { dayAt } from '../table/read-dates.ts';
import { courseKey, moment, truth, words } from './wire.ts';

const courseSchema = z
  .object({
    id: courseKey.optional(),
    /** The same as `id`; older releases have this one alone. */
    course_id: courseKey.optional(),
    name: words,
    number: words,
    org: words,
    short_description: words,
    enrollment_start: moment,
    enrollment_end: moment,
    start: moment,
    start_type: words,
    end: moment,
    hidden: truth,
  })
  .refine(({ id, course_id }) => (id ?? course_id) !== undefined);

export const longestTitle = 300;
export const longestDescription = 4_000;

/** Courses of `/api/courses/v1/courses/`. It tells neither prices nor languages. Undefined when one of them cannot be read. */
export function readOpenEdxCourses(
  items: readonly unknown[],
  site: { readonly baseUrl: string },
): readonly ExternalCourse[] | undefined {
  const parsed = z.array(courseSchema).safeParse(items);
  return parsed.data?.map((course) => {
    const { id, course_id, org, number } = course;
    const externalId = id ?? course_id ?? '';
    const code = codeOf(org, number);
    return {
      externalId,
      ...(code !== '' && { code }),
      title: titleOf(course.name, externalId),
      description: descriptionOf(course.short_description),
      url: aboutPage(site.baseUrl, externalId),
      languages: [],
      competencies: [],
      ...periodOf(course),
      visible: course.hidden !== true,
    };
  });
}

/** What Open edX writes for a course that nobody has given a first day yet. */
const unsetStart = '2030-01-01T00:00:00.000Z';

/** Whoever may enrol before the classes begin may do so here: their first day closes no door, and their last one does. */
export function periodOf(of: {
  readonly start?: string | undefined;
  /** Where it is told, anything but `timestamp` is a start in words, or none. */
  readonly start_type?: string | undefined;
  readonly enrollment_start?: string | undefined;
  readonly enrollment_end?: string | undefined;
  readonly end?: string | undefined;
}): Pick<ExternalCourse, 'startsAt' | 'endsAt' | 'classesFrom'> {
  const { start, start_type: type = '' } = of;
  const endsAt = of.enrollment_end ?? of.end;
  const isDay = start !== undefined && start !== unsetStart && (type === '' || type === 'timestamp');
  return {
    ...(isDay && { classesFrom: dayAt(start) }),
    ...(of.enrollment_start !== undefined && { startsAt: of.enrollment_start }),
    ...(endsAt !== undefined && { endsAt }),
  };
}

/** As people there call a course: organisation and number. */
export const codeOf = (org: string, number: string): string =>
  shortened(nameOf([org, number].filter((part) => part !== '').join('+')), 100);

export const titleOf = (name: string, key: string): string => shortened(nameOf(name) || key, longestTitle);

export const descriptionOf = (html: string): string =>
  shortened(textOfHtml(html.slice(0, 200_000)), longestDescription);

export const aboutPage = (baseUrl: string, key: string): string =>
  `${baseUrl}/courses/${encodeURI(key)}/about`;
