import type { ExternalCourse } from '@sinau/rostering';
import {
  type MoodleCategory,
  type MoodleListedCourse,
  readMoodleCategories,
  readMoodleCourseList,
} from '@sinau/rostering/moodle';
import type { MoodleSettings } from '../../moodle-settings.ts';
import { AdapterFailure } from '../../ports.ts';
import { brokenAnswer } from '../failures.ts';
import { AnswerTooLong, type MoodleClient } from './moodle-client.ts';
import { listAllowed, readByIds } from './read-allowed.ts';

export interface CatalogueDeps {
  readonly client: MoodleClient;
  readonly baseUrl: string;
  readonly settings: Pick<MoodleSettings, 'sharedCategories'>;
}

/** Courses one answer is meant to hold, and ids one question may name: PHP reads 1,000 parameters at most. */
const wanted = 100;
const mostIds = 500;
/** Ids without a course behind the last one: so many when all are there by count, and so many before it is given up. */
const quietEnd = 500;
const deadEnd = 50_000;

/** Every course that our account may enter; where categories are named, of those and what lies in them. */
export async function* readCatalogue(deps: CatalogueDeps): AsyncGenerator<ExternalCourse> {
  const categories = await listCategories(deps.client);
  const { sharedCategories = [] } = deps.settings;
  if (sharedCategories.length === 0) {
    yield* readSite(deps, () => true);
    return;
  }
  const shared = withChildren(categories, sharedCategories.map(String));
  const isShared = ({ categoryId }: MoodleListedCourse) => categoryId !== undefined && shared.has(categoryId);
  try {
    for (const { id, courses } of categories) {
      if (shared.has(id) && courses > 0) yield* await readCategory(deps, id);
    }
  } catch (error) {
    if (!(error instanceof AnswerTooLong)) throw error;
    // A category that holds half a campus; who was told already is told once more, and counts once.
    yield* readSite(deps, isShared);
  }
}

/**
 * Moodle has no pages for courses and no cursor; asked for all, it would send tens of megabytes, or run out of memory itself. So it is
 * asked for ids, window by window: ids without a course are left out of the answer. How many there are in all is known from the
 * categories: a list that falls short of it rejects and never ends. One course that our account may not enter spoils a window: then it
 * is asked which ones we may.
 */
async function* readSite(
  deps: CatalogueDeps,
  isWanted: (course: MoodleListedCourse) => boolean,
): AsyncGenerator<ExternalCourse> {
  const told = new Set<string>();
  const fresh = (listed: readonly MoodleListedCourse[]) =>
    listed.filter(isWanted).flatMap(({ course }) => {
      if (told.has(course.externalId)) return [];
      told.add(course.externalId);
      return [course];
    });
  try {
    for await (const listed of readWindows(deps)) yield* fresh(listed);
  } catch (error) {
    if (!(error instanceof AdapterFailure) || error.reason !== 'not-permitted') throw error;
    for await (const ids of listAllowed(deps.client)) yield* fresh(await readByIds(deps, ids));
  }
}

async function* readWindows(deps: CatalogueDeps): AsyncGenerator<readonly MoodleListedCourse[]> {
  let expected = await countCourses(deps.client);
  let [found, empty, size, most] = [0, 0, wanted, mostIds];
  // 1 is the page of the site.
  let from = 2;
  while (empty < quietEnd || found < expected) {
    if (empty >= deadEnd) {
      expected = await countCourses(deps.client);
      if (found >= expected) return;
      throw brokenAnswer(`${found} courses of ${expected} are there`);
    }
    const answer = await readWindow(deps, { from, size });
    if (answer === 'too-long') {
      if (size === 1) throw brokenAnswer('one course is longer than an answer may be');
      size = Math.max(1, Math.floor(size / 2));
      most = size;
      continue;
    }
    yield answer;
    found += answer.length;
    empty = answer.length === 0 ? empty + size : 0;
    from += size;
    // One long summary is no reason to go on in small steps.
    most = Math.min(mostIds, most * 2);
    size = Math.min(most, answer.length === 0 ? size * 2 : Math.ceil((size * wanted) / answer.length));
  }
}

async function listCategories(client: MoodleClient): Promise<readonly MoodleCategory[]> {
  const categories = readMoodleCategories(await client.read({ name: 'core_course_get_categories' }));
  if (!categories) throw brokenAnswer('the list of categories is none');
  return categories;
}

async function countCourses(client: MoodleClient): Promise<number> {
  return (await listCategories(client)).reduce((sum, { courses }) => sum + courses, 0);
}

/** A category that is not there was deleted, hidden or mistyped; its courses would seem to be gone. */
function withChildren(categories: readonly MoodleCategory[], chosen: readonly string[]): ReadonlySet<string> {
  const known = new Set(categories.map(({ id }) => id));
  if (chosen.some((id) => !known.has(id))) {
    throw new AdapterFailure('not-accepted', { passing: false, cause: new Error('a category is not there') });
  }
  const within = new Set(chosen);
  for (let before = -1; before !== within.size; ) {
    before = within.size;
    for (const { id, parent } of categories) if (parent !== undefined && within.has(parent)) within.add(id);
  }
  return within;
}

async function readCategory(deps: CatalogueDeps, categoryId: string): Promise<readonly ExternalCourse[]> {
  const value = await deps.client.read({
    name: 'core_course_get_courses_by_field',
    parameters: { field: 'category', value: categoryId },
  });
  const listed = readMoodleCourseList(value, deps);
  if (!listed) throw brokenAnswer('the courses of a category are no list');
  // The others are shown to everybody, and are not ours to enter.
  return listed.filter(({ tellsVisible }) => tellsVisible).map(({ course }) => course);
}

async function readWindow(
  deps: CatalogueDeps,
  of: { readonly from: number; readonly size: number },
): Promise<readonly MoodleListedCourse[] | 'too-long'> {
  const ids = Array.from({ length: of.size }, (_, n) => of.from + n);
  try {
    const value = await deps.client.read({
      name: 'core_course_get_courses',
      parameters: { options: { ids } },
    });
    const courses = readMoodleCourseList(value, deps);
    if (!courses) throw brokenAnswer('the list of courses is none');
    const asked = new Set(ids.map(String));
    // Each once, and nothing that was not asked for: it comes in its own window.
    const own = courses.filter(({ course }) => asked.delete(course.externalId));
    // Who may not change courses hears of hidden ones by another function alone.
    return own.every(({ tellsVisible }) => tellsVisible)
      ? own
      : await readByIds(
          deps,
          own.map(({ course }) => course.externalId),
        );
  } catch (error) {
    if (error instanceof AnswerTooLong) return 'too-long';
    throw error;
  }
}
