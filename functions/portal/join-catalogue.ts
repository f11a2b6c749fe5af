import {
  type CourseId,
  listSavedCourses,
  type SavedCourse,
  saveCourse,
  unsaveCourse,
} from '@sinau/catalogue';
import { type CatalogueSearch, type SearchableCourse, searchableOf } from '@sinau/catalogue/search';
import { type Enrolment, listMyEnrolments } from '@sinau/enrolment';
import type { Locale, PersonPrincipal } from '@sinau/kernel';
import type { CataloguePorts, CatalogueQuery, CatalogueView, ResultView, SavedView } from '@sinau/web';
import { namedFacets } from './classification-names.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

const pageSize = 24;

type Found = Awaited<ReturnType<CatalogueSearch['search']>>;

export function joinCatalogue(deps: PortalDeps): CataloguePorts {
  return {
    search: (principal, query, locale) => searchCatalogue(deps, principal, { query, locale }),
    saved: (principal) => savedOf(deps, principal),
    save: async (principal, courseId) => {
      await saveCourse(deps, { principal, courseId: courseId as CourseId });
    },
    unsave: async (principal, courseId) => {
      await unsaveCourse(deps, { principal, courseId: courseId as CourseId });
    },
  };
}

async function searchCatalogue(
  deps: PortalDeps,
  principal: PersonPrincipal,
  asked: { readonly query: CatalogueQuery; readonly locale: Locale },
): Promise<CatalogueView> {
  const { locale } = asked;
  const { text, chosen, sort, page } = asked.query;
  const [found, own] = await Promise.all([
    deps.search.search({ text, ...chosen, sort, locale, offset: (page - 1) * pageSize, limit: pageSize }),
    readOwn(deps, principal),
  ]);
  const { total, facets, corrected, partial, suggestions } = found;
  return {
    courses: found.courses.map((course) => resultOf(course, found.providerNames, own)),
    total,
    pages: Math.ceil(total / pageSize),
    facets: { ...facets, ...(await namedFacets(facets, locale)), provider: namedProviders(found) },
    ...(corrected !== undefined && { corrected }),
    partial,
    suggestions,
    savedCount: own.saved.size,
  };
}

const namedProviders = ({ facets, providerNames }: Found) =>
  facets.provider.map(({ value, count }) => ({ value, count, label: providerNames.get(value) ?? value }));

/** What the reader has of all courses. */
interface Own {
  readonly saved: ReadonlyMap<string, SavedCourse>;
  readonly states: ReadonlyMap<string, Enrolment['state']>;
}

async function readOwn(deps: PortalDeps, principal: PersonPrincipal): Promise<Own> {
  const [saved, enrolments] = await Promise.all([
    listSavedCourses(deps, { principal }),
    listMyEnrolments(deps, { principal }),
  ]);
  return {
    saved: new Map(saved.map((one) => [one.courseId, one])),
    states: new Map(enrolments.map(({ courseId, state }) => [courseId, state])),
  };
}

function resultOf(
  course: SearchableCourse,
  providerNames: ReadonlyMap<string, string>,
  { saved, states }: Own,
): ResultView {
  const { courseId, title, description, jp, minutes, rating, form, languages, price, providerId } = course;
  const state = states.get(courseId);
  const isShown = state === 'active' || state === 'completed' || state === 'requested' || state === 'waiting';
  return {
    ...{ courseId, title, description, jp, form, languages, price },
    provider: providerNames.get(providerId) ?? '',
    ...(minutes !== undefined && { minutes }),
    ...(rating && { rating }),
    ...(isShown && { state }),
    saved: saved.has(courseId),
  };
}

/** By the course rows themselves: a list of one's own knows no delay. */
async function savedOf(deps: PortalDeps, principal: PersonPrincipal): Promise<readonly SavedView[]> {
  const own = await readOwn(deps, principal);
  const providers = await deps.organisations.listProviders();
  const names = new Map(providers.map(({ providerId, name }) => [providerId as string, name]));
  const rows = await inTurns([...own.saved.values()], async ({ courseId, savedAt }) => {
    const row = await deps.courses.find(courseId);
    if (!row) return [];
    const course = searchableOf(row);
    const { title } = row;
    return [{ courseId, title, savedAt, ...(course && { course: resultOf(course, names, own) }) }];
  });
  return rows.flat();
}
