import { listCatalogue, type PublishedCourse, positionOf } from '@sinau/catalogue';
import { listMyEnrolments } from '@sinau/enrolment';
import type { CataloguePorts, CatalogueQuery } from '@sinau/web';
import { cardOf, providerNames } from './course-cards.ts';
import { languagesOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';

const pageSize = 24;
const readSize = 100;
/** Pages walked over for one page of filtered results; after that a short page is given with its continuation. */
const maxReads = 10;

export function joinCatalogue(deps: PortalDeps): CataloguePorts {
  return {
    search: async (principal, query) => {
      const [{ courses, next }, mine, providers] = await Promise.all([
        findCourses(deps, query),
        listMyEnrolments(deps, { principal }),
        deps.organisations.listProviders(),
      ]);
      const states = new Map(mine.map(({ courseId, state }) => [courseId, state]));
      const names = await providerNames(deps, courses);
      return {
        courses: courses.map((course) => {
          const state = states.get(course.courseId);
          return {
            ...cardOf(course, names),
            ...((state === 'active' || state === 'completed') && { state }),
          };
        }),
        ...(next !== undefined && { nextPageToken: next }),
        languages: ['id', 'en'],
        providers: providers
          .map(({ providerId, name }) => ({ providerId, name }))
          .sort((a, b) => a.name.localeCompare(b.name, 'id')),
      };
    },
  };
}

async function findCourses(
  deps: PortalDeps,
  query: CatalogueQuery,
): Promise<{ readonly courses: readonly PublishedCourse[]; readonly next?: string }> {
  const { text, language, providerId } = query;
  const wanted = (course: PublishedCourse) =>
    (language === undefined || languagesOf(course.title).includes(language)) &&
    (providerId === undefined || course.providerId === providerId);
  const limit = language === undefined && providerId === undefined ? pageSize : readSize;
  const found: PublishedCourse[] = [];
  let after = query.pageToken;
  for (let reads = 0; reads < maxReads; reads += 1) {
    const page = await listCatalogue(deps, {
      limit,
      ...(text !== undefined && { query: text }),
      ...(after !== undefined && { after }),
    });
    for (const [index, course] of page.courses.entries()) {
      if (!wanted(course)) continue;
      found.push(course);
      const isLast = index === page.courses.length - 1 && page.next === undefined;
      if (found.length === pageSize)
        return isLast ? { courses: found } : { courses: found, next: positionOf(course) };
    }
    if (page.next === undefined) return { courses: found };
    after = page.next;
  }
  return { courses: found, ...(after !== undefined && { next: after }) };
}
