import { gzipSync } from 'node:zlib';
import { createOutbound } from '@sinau/platform/outbound';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdapterFailure } from '../../index.ts';
import { askedLearner, courseData, type FakeCoursePages, startFakeCoursePages } from '../../testing/index.ts';
import { createSchemaOrgAdapter } from '../index.ts';

let site: FakeCoursePages;
beforeEach(async () => {
  site = await startFakeCoursePages();
});
afterEach(() => site.close());

const outbound = createOutbound({ allowLoopback: true });
const slept: number[] = [];
let nowMs = Date.parse('2026-11-28T04:00:00.000Z');
const deps = {
  outbound,
  clock: { now: () => new Date(nowMs) },
  sleep: async (ms: number) => void slept.push(ms),
};
const adapterOf = (baseUrl = site.sitemapUrl) => createSchemaOrgAdapter(deps, { baseUrl });
const read = async (baseUrl?: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { externalId } of adapterOf(baseUrl).readCourses())
    ids.push(externalId.replace(site.origin, ''));
  return ids;
};
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AdapterFailure ? error.reason : error),
  );

describe('the catalogue of pages with data of schema.org', () => {
  it('is read from a sitemap, from a page with courses, and from a list of pages', async () => {
    expect(await read()).toEqual(['/kuliah/1', '/kuliah/2', '/kuliah/3']);
    expect(await read(`${site.origin}/kuliah/2`)).toEqual(['/kuliah/2']);
    const itemListElement = ['/kuliah/3', '/kuliah/1'].map((url) => ({ '@type': 'ListItem', url }));
    site.pages.set('/katalog', [{ '@type': 'ItemList', itemListElement }]);
    expect(await read(`${site.origin}/katalog`)).toEqual(['/kuliah/3', '/kuliah/1']);
  });

  it('is read through an index of packed sitemaps', async () => {
    const part = `<urlset><url><loc>${site.origin}/kuliah/1</loc></url></urlset>`;
    site.others.set('/bagian.xml.gz', { body: gzipSync(part) });
    site.others.set('/indeks.xml', {
      body: `<sitemapindex><sitemap><loc>${site.origin}/bagian.xml.gz</loc></sitemap></sitemapindex>`,
    });
    expect(await read(`${site.origin}/indeks.xml`)).toEqual(['/kuliah/1']);
  });

  it('has each course once, though several pages name it', async () => {
    site.pages.set('/semua', [courseData(1), courseData(2), courseData(9)]);
    expect(await read()).toEqual(['/kuliah/1', '/kuliah/2', '/kuliah/3', '/kuliah/9']);
  });

  it.each([
    ['is away', { kind: 'status', status: 503 }, 'server-error'],
    ['is not there', { kind: 'status', status: 404 }, 'other-service'],
    ['breaks off', { kind: 'cut' }, 'broken-answer'],
    ['comes in half', { kind: 'half' }, 'broken-answer'],
  ] as const)('is broken and not shorter when one page %s', async (_what, trouble, reason) => {
    site.trouble(trouble, { path: '/kuliah/2' });
    expect(await failure(read())).toBe(reason);
  });

  it('comes whole when a page fails once', async () => {
    site.trouble({ kind: 'status', status: 503 }, { path: '/kuliah/2', times: 1 });
    site.trouble({ kind: 'cut' }, { path: '/kuliah/3', times: 1 });
    expect(await read()).toHaveLength(3);
  });

  it('that has no course at all is another site', async () => {
    site.others.set('/kosong', { body: '<html><body></body></html>' });
    expect(await failure(read(`${site.origin}/kosong`))).toBe('other-service');
  });

  it('follows a site within itself and to no other address (case F3)', async () => {
    site.others.set('/lama', { status: 301, headers: { location: '/kuliah/1' } });
    expect(await read(`${site.origin}/lama`)).toEqual(['/kuliah/1']);
    site.others.set('/pindah', { status: 302, headers: { location: 'http://169.254.169.254/latest' } });
    expect(await failure(read(`${site.origin}/pindah`))).toBe('address-forbidden');
    site.others.set('/putar', { status: 302, headers: { location: '/putar' } });
    expect(await failure(read(`${site.origin}/putar`))).toBe('other-service');
    site.others.set('/luar.xml', { body: '<urlset><url><loc>http://10.0.0.1/</loc></url></urlset>' });
    expect(await failure(read(`${site.origin}/luar.xml`))).toBe('address-forbidden');
    const guarded = createSchemaOrgAdapter(
      { ...deps, outbound: createOutbound() },
      { baseUrl: site.sitemapUrl },
    );
    expect((await guarded.test())[0]).toMatchObject({ state: 'failed', reason: 'address-forbidden' });
  });

  it('F3: is not led to another site that may be asked, whose courses are not its own', async () => {
    const elsewhere = await startFakeCoursePages(1);
    try {
      const location = `${elsewhere.origin}/kuliah/1`;
      site.others.set('/kuliah/1', { status: 302, headers: { location }, body: '' });
      expect(await failure(read())).toBe('address-forbidden');
      expect(elsewhere.calls).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });

  it('leaves alone what the site asks to leave alone, and goes at the pace it asks for', async () => {
    slept.length = 0;
    site.others.set('/robots.txt', { body: 'User-agent: *\nCrawl-delay: 3\nDisallow: /rahasia' });
    await read();
    expect(slept).toEqual([3_000, 3_000, 3_000]);
    site.pages.set('/rahasia/1', [courseData(8)]);
    expect(await failure(read())).toBe('not-permitted');
    expect(site.calls.some(({ url }) => url.startsWith('/rahasia'))).toBe(false);
  });

  it('ends as too large after too long, after too many pages, and at a page that has no end', async () => {
    site.pages.set('/besar', [courseData(7, { description: 'x'.repeat(5_000_000) })]);
    expect(await failure(read())).toBe('too-large');
    site.pages.clear();
    for (let n = 0; n < 2_100; n += 1) site.pages.set(`/${n}`, [courseData(n)]);
    const slow = createSchemaOrgAdapter(
      {
        ...deps,
        sleep: async () => {
          nowMs += 60_000;
        },
      },
      { baseUrl: site.sitemapUrl },
    );
    expect(await failure(slow.readCourses()[Symbol.asyncIterator]().next())).toBe('done');
    const drain = async () => {
      for await (const _ of slow.readCourses());
    };
    expect(await failure(drain())).toBe('too-large');
  });
});

describe('the test of such pages', () => {
  it('finds that the catalogue can be read, and nothing else', async () => {
    expect(await adapterOf().test()).toEqual([{ name: 'catalogue', state: 'works' }]);
  });
  it('says why it cannot', async () => {
    site.trouble({ kind: 'page' });
    expect(await adapterOf().test()).toEqual([
      { name: 'catalogue', state: 'failed', reason: 'other-service' },
    ]);
  });
  it('reads few pages of many', async () => {
    for (let n = 0; n < 20; n += 1) site.pages.set(`/${n}`, []);
    for (const n of [1, 2, 3]) site.pages.delete(`/kuliah/${n}`);
    expect(await adapterOf().test()).toMatchObject([{ state: 'works' }]);
    expect(site.calls.length).toBeLessThan(10);
  });
  it('has no way to enrol anybody', async () => {
    const enrol = adapterOf().enrol({
      idempotencyKey: 'k',
      externalCourseId: '1',
      learner: askedLearner('s'),
    });
    expect(await failure(enrol)).toBe('function-missing');
  });
});
