import { type SearchableCourse, type SearchQuery, searchQuerySchema } from '@sinau/catalogue/search';
import { formatJp, InvalidInput } from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';

/** A number as an address carries it; the schema of the search says which ones there may be. */
const asNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'is a whole number')
  .transform(Number)
  .optional();
const numbers = z.object({ offset: asNumber, limit: asNumber });

/** What is published, for sites of partners and agencies that show or link it. */
export function addCatalogueRoutes(app: HttpApp, deps: Pick<ApiDeps, 'search'>): void {
  app.route({ method: 'GET', path: '/api/classifications', access: ['scope:courses/read'] }, async (c) => {
    // Names of all lists are long, and seldom asked for.
    const lists = await import('@sinau/catalogue/classification');
    return c.json({
      coreValues: lists.coreValueList,
      fields: lists.courseFieldList,
      digitalPillars: lists.digitalPillarList,
      certification: lists.certificationKindList,
    });
  });

  app.route({ method: 'GET', path: '/api/catalogue', access: ['scope:courses/read'] }, async (c) => {
    const url = new URL(c.req.url);
    const query = readSearch(url.searchParams);
    const { courses, providerNames, facets, ...found } = await deps.search.search(query);
    const end = query.offset + courses.length;
    return c.json({
      ...found,
      courses: courses.map((course) => viewOf(course, providerNames)),
      facets: {
        ...facets,
        provider: facets.provider.map((one) => ({ ...one, name: providerNames.get(one.value) ?? '' })),
      },
      ...(courses.length > 0 && end < found.total && { next: nextOf(url, end) }),
    });
  });
}

function readSearch(parameters: URLSearchParams): SearchQuery {
  const one = (name: string) => {
    const values = parameters.getAll(name);
    if (values.length > 1) throw wrong([{ path: `/${name}`, message: 'is given more than once' }]);
    return values[0];
  };
  const single = new Set(['q', 'sort', 'locale', 'offset', 'limit']);
  const lists = [...new Set(parameters.keys())]
    .filter((name) => !single.has(name))
    .map((name) => [name, parameters.getAll(name)]);
  const counted = numbers.safeParse({ offset: one('offset'), limit: one('limit') });
  if (!counted.success) throw wrong(issuesOf(counted.error));
  const given = { ...counted.data, text: one('q'), sort: one('sort'), locale: one('locale') };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = searchQuerySchema.safeParse({ ...Object.fromEntries(lists), ...known });
  if (parsed.success) return parsed.data;
  throw wrong(issuesOf(parsed.error));
}

function issuesOf(error: z.ZodError): InvalidInput['issues'] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: `/${key}`, message: 'is not a parameter of this address' }));
    }
    // The words are called `q` in an address.
    const path = issue.path.map((part) => (part === 'text' ? 'q' : String(part))).join('/');
    return [{ path: `/${path}`, message: issue.message }];
  });
}

const wrong = (issues: InvalidInput['issues']) => new InvalidInput('The search is not right.', { issues });

function viewOf(course: SearchableCourse, providerNames: ReadonlyMap<string, string>) {
  const { providerId, jp, ...rest } = course;
  return {
    ...rest,
    jp: formatJp(jp, 'en'),
    provider: { providerId, name: providerNames.get(providerId) ?? '' },
    url: `/courses/${course.courseId}`,
  };
}

function nextOf(url: URL, offset: number): string {
  const parameters = new URLSearchParams(url.searchParams);
  parameters.set('offset', String(offset));
  return `${url.pathname}?${parameters}`;
}
