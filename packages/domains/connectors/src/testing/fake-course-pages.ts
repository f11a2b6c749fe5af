import { type FakeServer, type ServerAnswer, startFakeServer } from './fake-server.ts';

export interface FakeCoursePages extends Omit<FakeServer, 'origin'> {
  readonly origin: string;
  /** Of its sitemap, which names every page that has courses. */
  readonly sitemapUrl: string;
  /** Courses as JSON-LD, by the path of their page; changes count from the next request on. */
  readonly pages: Map<string, readonly object[]>;
  /** Other answers, such as `/robots.txt`. */
  readonly others: Map<string, ServerAnswer>;
}

/** A course as pages of universities state it. */
export const courseData = (n: number, given: object = {}): object => ({
  '@context': 'https://schema.org',
  '@type': 'Course',
  '@id': `/kuliah/${n}`,
  courseCode: `MK${n}`,
  name: `Mata kuliah ${n}`,
  description: '<p>Kompetensi dan <b>capaian</b> pembelajaran.</p>',
  inLanguage: 'id',
  offers: { '@type': 'Offer', price: '500000', priceCurrency: 'IDR' },
  hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'online', courseWorkload: 'PT15H' },
  ...given,
});

/** Web pages of a university on loopback, with their courses as JSON-LD. */
export async function startFakeCoursePages(count = 3): Promise<FakeCoursePages> {
  const pages = new Map<string, readonly object[]>();
  const others = new Map<string, ServerAnswer>();
  for (let n = 1; n <= count; n += 1) pages.set(`/kuliah/${n}`, [courseData(n)]);
  const server: FakeServer = await startFakeServer(({ url }) => {
    const other = others.get(url);
    if (other) return other;
    const courses = pages.get(url);
    if (courses) return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: htmlOf(courses) };
    if (url !== '/sitemap.xml') return { status: 404, body: 'tidak ada' };
    const places = [...pages.keys()].map((path) => `<url><loc>${server.origin}${path}</loc></url>`);
    const body = `<?xml version="1.0" encoding="UTF-8"?><urlset>${places.join('')}</urlset>`;
    return { headers: { 'content-type': 'application/xml' }, body };
  });
  return { ...server, sitemapUrl: `${server.origin}/sitemap.xml`, pages, others };
}

function htmlOf(courses: readonly object[]): string {
  const scripts = courses.map((one) => `<script type="application/ld+json">${JSON.stringify(one)}</script>`);
  return `<!DOCTYPE html><html lang="id"><head><title>Kuliah</title>${scripts.join('')}</head><body></body></html>`;
}
