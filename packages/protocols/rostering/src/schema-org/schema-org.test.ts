import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mayRead, readCoursePage, readRobots, readSitemap } from './index.ts';

const sample = readFileSync(new URL('./testing/samples/course-instance.jsonld', import.meta.url), 'utf8');
const address = 'https://univ.example/katalog';
const page = { address, now: '2026-11-28T04:00:00.000Z' };
const html = (...documents: readonly unknown[]) =>
  `<!DOCTYPE html><html><head><script>alert(1)</script>${documents
    .map(
      (one) =>
        `<script type="application/ld+json">${typeof one === 'string' ? one : JSON.stringify(one)}</script>`,
    )
    .join('')}</head><body></body></html>`;
const read = (...documents: readonly unknown[]) => {
  const found = readCoursePage(html(...documents), page);
  if (found === 'broken') throw new Error('the page is broken');
  return found.courses;
};
const course = (given: object = {}) => ({ '@type': 'Course', name: 'Tata naskah', ...given });

describe('a course of schema.org', () => {
  it('is read with everything that a catalogue shows', () => {
    expect(readCoursePage(sample, page)).toEqual({
      links: [],
      courses: [
        {
          externalId: 'https://univ.example/kuliah/CS230',
          code: 'CS230',
          title: 'Keamanan Siber & Pelindungan Data Pribadi',
          description: 'Dasar keamanan siber bagi ASN.',
          url: address,
          languages: ['id'],
          endsAt: '2026-12-31T16:59:59.000Z',
          classesFrom: '2026-08-01',
          // 16 hours are 960 minutes.
          jp: 21.33,
          sks: 2,
          price: 500_000,
          seats: 100,
          competencies: ['KOM-12'],
          visible: true,
        },
      ],
    });
  });

  it('is found in a graph, in a list, beside other things, and by references', () => {
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebPage', mainEntity: course({ '@id': '#a', hasCourseInstance: { '@id': '#dates' } }) },
        { '@id': '#dates', '@type': 'CourseInstance', endDate: '2027-01-04' },
        { '@type': 'Organization', name: 'Universitas' },
      ],
    };
    const list = {
      '@type': 'ItemList',
      itemListElement: [
        { '@type': 'ListItem', item: { '@type': ['Course', 'Product'], '@id': '#b', name: 'B' } },
      ],
    };
    expect(
      read(graph, [list, course({ '@id': '#c' })])
        .map(({ externalId, endsAt }) => [externalId, endsAt])
        .toSorted(),
    ).toEqual([
      [`${address}#a`, '2027-01-04T16:59:59.000Z'],
      [`${address}#b`, undefined],
      [`${address}#c`, undefined],
    ]);
  });

  it('is none that another course only speaks of', () => {
    expect(read(course({ '@id': '#a', coursePrerequisites: course({ '@id': '#b' }) }))).toHaveLength(1);
  });

  it('is known by its id, its page, or the page it lies on', () => {
    const ids = (...courses: readonly object[]) => read(courses).map(({ externalId }) => externalId);
    expect(ids(course({ '@id': '/kuliah/1' }))).toEqual(['https://univ.example/kuliah/1']);
    expect(ids(course({ '@id': '_:b0', url: 'kuliah/2' }))).toEqual(['https://univ.example/kuliah/2']);
    expect(ids(course())).toEqual([address]);
    expect(ids(course({ courseCode: 'A 1' }), course({ name: 'Arsip' }))).toEqual([
      `${address}#A%201`,
      `${address}#Arsip`,
    ]);
  });

  it('speaks Indonesian where it speaks several languages', () => {
    const names = [
      { en: 'Records', id: 'Kearsipan' },
      [
        { '@value': 'Records', '@language': 'en' },
        { '@value': 'Kearsipan', '@language': 'id-ID' },
      ],
      { '@value': 'Kearsipan' },
      'Kearsipan',
    ];
    for (const name of names) expect(read(course({ name }))[0]?.title).toBe('Kearsipan');
  });

  it('is plain text, whatever markup it was written in', () => {
    const description = '<p>Satu &amp; <b>dua</b></p><script>alert(1)<\\/script><ul><li>tiga</li></ul>';
    const [found] = read(
      `{"@type":"Course","name":"A &amp; B","description":${JSON.stringify(description).replace('\\\\/', '\\/')}}`,
    );
    expect(found).toMatchObject({ title: 'A & B', description: 'Satu & dua\n• tiga' });
  });

  it.each([
    [{ offers: { price: 1_250_000, priceCurrency: 'IDR' } }, 1_250_000],
    [
      {
        offers: [
          { price: '90', priceCurrency: 'USD' },
          { price: '1.250.000', priceCurrency: 'IDR' },
        ],
      },
      1_250_000,
    ],
    [
      { offers: { '@type': 'Offer', priceSpecification: { price: '500000.00', priceCurrency: 'IDR' } } },
      500_000,
    ],
    [{ offers: { '@type': 'AggregateOffer', lowPrice: 100_000, priceCurrency: 'IDR' } }, 100_000],
    [{ offers: { category: 'Free' } }, 0],
    [{ isAccessibleForFree: true }, 0],
    [{ offers: { price: '90', priceCurrency: 'USD' } }, undefined],
    [{ offers: { price: '500000' } }, undefined],
  ])('costs what its offers say: %j', (given, price) => {
    expect(read(course(given))[0]?.price).toBe(price);
  });

  it.each([
    [{ courseWorkload: 'PT1H30M' }, 2],
    [{ courseWorkload: '40 JP' }, 40],
    [{ courseWorkload: 'P3W' }, undefined],
    [{ courseWorkload: '3 hours a week' }, undefined],
    [{ courseSchedule: { duration: 'PT3H', repeatCount: 10 } }, 40],
  ])('lasts as long as is certain: %j', (instance, jp) => {
    expect(read(course({ hasCourseInstance: instance }))[0]?.jp).toBe(jp);
  });

  it('is held at the first date that has not passed, and withdrawn when all are called off', () => {
    const held = (startDate: string, endDate: string, eventStatus = 'EventScheduled') => ({
      startDate,
      endDate,
      eventStatus,
    });
    const [past, next, later] = [
      held('2026-01-01', '2026-06-30'),
      held('2027-01-01', '2027-06-30'),
      held('2027-08-01', '2027-12-31'),
    ];
    const [current] = read(course({ hasCourseInstance: [later, past, next] }));
    expect(current?.endsAt).toBe('2027-06-30T16:59:59.000Z');
    // The first day of classes keeps nobody from enrolling before it.
    expect(current).not.toHaveProperty('startsAt');
    expect(current?.classesFrom).toBe('2027-01-01');
    expect(read(course({ hasCourseInstance: [past] }))[0]?.endsAt).toBe('2026-06-30T16:59:59.000Z');
    const off = held('2027-01-01', '2027-06-30', 'https://schema.org/EventCancelled');
    expect(read(course({ hasCourseInstance: off }))[0]).toMatchObject({ visible: false });
    expect(read(course({ hasCourseInstance: [off, later] }))[0]).toMatchObject({
      visible: true,
      endsAt: '2027-12-31T16:59:59.000Z',
    });
  });

  it('has properties with prefix, languages as things and competencies as terms', () => {
    const [found] = read({
      '@type': 'http://schema.org/Course',
      'schema:name': 'Statistik',
      inLanguage: [{ '@type': 'Language', name: 'Bahasa Indonesia', alternateName: 'id' }, 'en-US'],
      teaches: [{ '@type': 'DefinedTerm', termCode: 'KOM-01', name: 'Data' }, 'KOM-02', 'KOM-02'],
      numberOfCredits: { value: 6, unitText: 'ECTS' },
    });
    expect(found).toMatchObject({
      title: 'Statistik',
      languages: ['id', 'en-us'],
      competencies: ['KOM-01', 'KOM-02'],
    });
    expect(found).not.toHaveProperty('sks');
  });
});

describe('a page', () => {
  it('that breaks off, or whose data cannot be read, is broken and not shorter', () => {
    const whole = html(course(), course({ '@id': '#b' }));
    expect(readCoursePage(whole.slice(0, whole.length - 20), page)).toBe('broken');
    expect(readCoursePage(html('{"@type":"Course",'), page)).toBe('broken');
    expect(readCoursePage(sample.slice(0, 300), page)).toBe('broken');
  });

  it('names other pages in a list', () => {
    const list = { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', url: '/kuliah/1' }] };
    expect(readCoursePage(html(list), page)).toEqual({
      courses: [],
      links: ['https://univ.example/kuliah/1'],
    });
  });

  it('that nests without end is refused', () => {
    let deep: object = course();
    for (let n = 0; n < 40; n += 1) deep = { hasPart: deep };
    expect(readCoursePage(html(deep), page)).toBe('broken');
  });
});

describe('a sitemap', () => {
  const of = (root: string, item: string, loc: string) =>
    `<?xml version="1.0"?><${root}><${item}><loc>${loc}</loc></${item}></${root}>`;
  it('names pages or sitemaps', () => {
    const addresses = ['https://univ.example/a?b=1&c=2'];
    expect(readSitemap(of('urlset', 'url', 'https://univ.example/a?b=1&amp;c=2'))).toEqual({
      kind: 'pages',
      addresses,
    });
    expect(readSitemap(of('sitemapindex', 'sitemap', 'x'))).toEqual({ kind: 'sitemaps', addresses: ['x'] });
    expect(readSitemap('<!DOCTYPE html><html></html>')).toBeUndefined();
  });
  it('that breaks off or declares entities is broken', () => {
    expect(readSitemap(of('urlset', 'url', 'x').slice(0, -9))).toBe('broken');
    expect(readSitemap('<urlset><!DOCTYPE x [<!ENTITY a "b">]><url/></urlset>')).toBe('broken');
  });
});

it('a page full of digits costs no more than another of its size', () => {
  const [found] = read(course({ timeRequired: '1'.repeat(400_000) }), course({ timeRequired: '40 JP' }));
  expect(found?.jp).toBeUndefined();
});

describe('robots.txt', () => {
  const rules = readRobots(
    'User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Sinau-Connector\nCrawl-delay: 2\nDisallow: /admin # no\nAllow: /admin/kuliah$\nDisallow: /*.pdf$',
    'sinau-connector',
  );
  it.each([
    ['/kuliah', true],
    ['/admin/x', false],
    ['/admin/kuliah', true],
    ['/admin/kuliah/2', false],
    ['/a/b.pdf', false],
    ['/a/b.pdf?x', true],
  ])('%s: %s', (path, allowed) => {
    expect(mayRead(rules, `https://univ.example${path}`)).toBe(allowed);
  });
  it('asks for its pace, and nothing of whom it does not name', () => {
    expect(rules.delay).toBe(2);
    expect(mayRead(readRobots('', 'x'), 'https://univ.example/')).toBe(true);
  });
});
