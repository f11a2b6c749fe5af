import type { Clock } from '@sinau/kernel';
import type { ExternalCourse } from '@sinau/rostering';
import { readOpenEdxCourses, readOpenEdxRuns } from '@sinau/rostering/openedx';
import type { OpenEdxSettings } from '../../openedx-settings.ts';
import { brokenAnswer } from '../failures.ts';
import type { OpenEdxClient } from './openedx-client.ts';
import { readPages } from './read-pages.ts';

export interface OpenEdxSiteDeps {
  readonly client: OpenEdxClient;
  /** Absolute, without trailing slash. */
  readonly baseUrl: string;
  readonly settings: OpenEdxSettings;
}

/** What can be asked of a site that dates its courses. */
export interface OpenEdxSiteNow extends OpenEdxSiteDeps {
  readonly clock: Clock;
}

/** Where courses are listed, and who reads a page. `size`: runs of the catalogue service are long. */
export function catalogueOf({ baseUrl, settings }: Omit<OpenEdxSiteDeps, 'client'>) {
  const { catalogueUrl, mode } = settings;
  if (catalogueUrl === undefined) {
    const read = (items: readonly unknown[]) => readOpenEdxCourses(items, { baseUrl });
    return { url: `${baseUrl}/api/courses/v1/courses/`, query: (size = 100) => `?page_size=${size}`, read };
  }
  const read = (items: readonly unknown[]) => readOpenEdxRuns(items, { baseUrl, mode });
  return { url: `${catalogueUrl}/api/v1/course_runs/`, query: (size = 50) => `?limit=${size}`, read };
}

/**
 * Every course of a site, page by page, each once. Neither service has changes since a time, so that all are read; what came
 * is held against the number that the last page tells, and a list that falls short of it rejects.
 */
export async function* readCatalogue(deps: OpenEdxSiteDeps): AsyncGenerator<ExternalCourse> {
  const { url, query, read } = catalogueOf(deps);
  const seen = new Set<string>();
  let [skipped, expected] = [0, Number.POSITIVE_INFINITY];
  for await (const { items, count } of readPages(deps.client, { url, query: query() })) {
    const courses = read(items);
    if (!courses) throw brokenAnswer('a course cannot be read');
    const fresh = courses.filter(({ externalId }) => !seen.has(externalId) && seen.add(externalId));
    yield* fresh;
    skipped += items.length - courses.length;
    expected = count ?? expected;
  }
  const found = seen.size + skipped;
  if (found < expected) throw brokenAnswer(`${found} courses of ${expected} are there`);
}
