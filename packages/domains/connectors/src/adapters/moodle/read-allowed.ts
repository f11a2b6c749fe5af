import { type MoodleListedCourse, readMoodleCourseIds, readMoodleCourseList } from '@sinau/rostering/moodle';
import { AdapterFailure } from '../../ports.ts';
import { brokenAnswer } from '../failures.ts';
import { AnswerTooLong, type MoodleClient } from './moodle-client.ts';

/** The right to enter a course without being enrolled in it. */
export const enterRight = 'moodle/course:view';
const page = 100;

/**
 * Ids of the courses that our account may enter, page by page. None at all is no empty catalogue: the account has no rights, or the
 * Moodle is too old to search for nothing in particular.
 */
export async function* listAllowed(client: MoodleClient): AsyncGenerator<readonly string[]> {
  let seen = 0;
  for (let number = 0, total = 1; seen < total; number += 1) {
    const search = { criterianame: 'search', criteriavalue: '', page: number, perpage: page };
    const found = readMoodleCourseIds(
      await client.read({
        name: 'core_course_search_courses',
        parameters: { ...search, requiredcapabilities: [enterRight] },
      }),
    );
    if (!found) throw brokenAnswer('the courses found are no list');
    if (found.total === 0) throw new AdapterFailure('not-permitted', { passing: false });
    // A number that changes, or a page without anything, would lose courses without a word.
    if ((number > 0 && found.total !== total) || found.ids.length === 0) {
      throw brokenAnswer('the courses found are not those that were counted');
    }
    total = found.total;
    seen += found.ids.length;
    yield found.ids;
  }
}

/** Courses that are there, by their ids; those that may not be entered are left out. */
export async function readByIds(
  of: { readonly client: MoodleClient; readonly baseUrl: string },
  ids: readonly string[],
): Promise<readonly MoodleListedCourse[]> {
  if (ids.length === 0) return [];
  try {
    const value = await of.client.read({
      name: 'core_course_get_courses_by_field',
      parameters: { field: 'ids', value: ids.join(',') },
    });
    const listed = readMoodleCourseList(value, of);
    if (!listed) throw brokenAnswer('the list of courses is none');
    const asked = new Set(ids);
    return listed.filter(({ course, tellsVisible }) => asked.delete(course.externalId) && tellsVisible);
  } catch (error) {
    if (!(error instanceof AnswerTooLong)) throw error;
    if (ids.length === 1) throw brokenAnswer('one course is longer than an answer may be');
    const half = Math.ceil(ids.length / 2);
    return [...(await readByIds(of, ids.slice(0, half))), ...(await readByIds(of, ids.slice(half)))];
  }
}
