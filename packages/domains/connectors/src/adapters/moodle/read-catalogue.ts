import type { ExternalCourse } from '@sinau/rostering';
import { readMoodleCategories, readMoodleCourses } from '@sinau/rostering/moodle';
import { brokenAnswer } from '../failures.ts';
import { AnswerTooLong, type MoodleClient } from './moodle-client.ts';

/** Courses one answer is meant to hold, and ids one question may name: PHP reads 1,000 parameters at most. */
const wanted = 100;
const mostIds = 500;
/** Ids without a course behind the last one: so many when all are there by count, and so many before it is given up. */
const quietEnd = 500;
const deadEnd = 50_000;

/**
 * Every course of a site, some at a time. Moodle has no pages for them and no cursor; asked for all, it would send tens of
 * megabytes, or run out of memory itself. So it is asked for ids, window by window: ids without a course are left out of the
 * answer. How many there are in all is known from the categories: a list that falls short of it rejects and never ends.
 */
export async function* readCatalogue(client: MoodleClient, baseUrl: string): AsyncGenerator<ExternalCourse> {
  let expected = await countCourses(client);
  let [found, empty, size, most] = [0, 0, wanted, mostIds];
  // 1 is the page of the site.
  let from = 2;
  while (empty < quietEnd || found < expected) {
    if (empty >= deadEnd) {
      expected = await countCourses(client);
      if (found >= expected) return;
      throw brokenAnswer(`${found} courses of ${expected} are there`);
    }
    const answer = await readWindow(client, { from, size, baseUrl });
    if (answer === 'too-long') {
      if (size === 1) throw brokenAnswer('one course is longer than an answer may be');
      size = Math.max(1, Math.floor(size / 2));
      most = size;
      continue;
    }
    yield* answer;
    found += answer.length;
    empty = answer.length === 0 ? empty + size : 0;
    from += size;
    // One long summary is no reason to go on in small steps.
    most = Math.min(mostIds, most * 2);
    size = Math.min(most, answer.length === 0 ? size * 2 : Math.ceil((size * wanted) / answer.length));
  }
}

async function countCourses(client: MoodleClient): Promise<number> {
  const categories = readMoodleCategories(await client.read({ name: 'core_course_get_categories' }));
  if (!categories) throw brokenAnswer('the list of categories is none');
  return categories.reduce((sum, { courses }) => sum + courses, 0);
}

async function readWindow(
  client: MoodleClient,
  of: { readonly from: number; readonly size: number; readonly baseUrl: string },
): Promise<readonly ExternalCourse[] | 'too-long'> {
  const ids = Array.from({ length: of.size }, (_, n) => of.from + n);
  try {
    const value = await client.read({ name: 'core_course_get_courses', parameters: { options: { ids } } });
    const courses = readMoodleCourses(value, of);
    if (!courses) throw brokenAnswer('the list of courses is none');
    const asked = new Set(ids.map(String));
    // Each once, and nothing that was not asked for: it comes in its own window.
    return courses.filter(({ externalId }) => asked.delete(externalId));
  } catch (error) {
    if (error instanceof AnswerTooLong) return 'too-long';
    throw error;
  }
}
