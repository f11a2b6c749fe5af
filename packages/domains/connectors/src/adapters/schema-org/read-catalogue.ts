import type { ExternalCourse } from '@sinau/rostering';
import { readCoursePage, readSitemap } from '@sinau/rostering/schema-org';
import { AdapterFailure } from '../../ports.ts';
import { brokenAnswer } from '../failures.ts';
import type { PageReader } from './page-reader.ts';

/** Addresses that are known at once; a sitemap has 50,000 at most. */
const mostAddresses = 50_000;

/**
 * Courses of a page and of the pages that it names, or of all pages of a sitemap, each course once. A page that fails rejects, and
 * the list never ends as if it were whole; so does a site on which there is no course at all.
 */
export async function* readCatalogue(
  reader: PageReader,
  { baseUrl, now }: { readonly baseUrl: string; readonly now: string },
): AsyncGenerator<ExternalCourse> {
  const addresses = new Set([new URL(baseUrl).href]);
  const known = new Set<string>();
  // A set that grows while it is walked is walked to its new end.
  for (const address of addresses) {
    const page = pageOf(await reader.read(address), { address, now });
    for (const link of page.links) addresses.add(withoutFragment(link));
    if (addresses.size > mostAddresses) throw new AdapterFailure('too-large', { passing: false });
    for (const course of page.courses) {
      if (known.has(course.externalId)) continue;
      known.add(course.externalId);
      yield course;
    }
  }
  if (known.size === 0) throw new AdapterFailure('other-service', { passing: false });
}

function pageOf(text: string, page: { readonly address: string; readonly now: string }) {
  const sitemap = readSitemap(text);
  if (sitemap === 'broken') throw brokenAnswer('the sitemap breaks off');
  if (sitemap) return { courses: [], links: sitemap.addresses.map((one) => absolute(one, page.address)) };
  const read = readCoursePage(text, page);
  if (read === 'broken') throw brokenAnswer('a page breaks off, or its data cannot be read');
  return read;
}

function absolute(text: string, address: string): string {
  const url = URL.parse(text, address);
  if (!url) throw brokenAnswer('the sitemap names what is no address');
  return url.href;
}

const withoutFragment = (address: string): string => address.replace(/#.*$/s, '');
