import { noDetails, unclassified } from '@sinau/catalogue';
import { openSearch } from '@sinau/catalogue/search';
import { courseOf, memorySearchShards } from '@sinau/catalogue/testing';
import type { ClientPrincipal, Jp, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { addCatalogueRoutes } from './catalogue-routes.ts';

/** The parts of answers that tests look into. */
interface Answer {
  readonly total: number;
  readonly courses: readonly { readonly courseId: string }[];
  readonly facets: { readonly provider: unknown };
  readonly next?: string;
  readonly issues: readonly { readonly path: string }[];
}

const titles = ['Keamanan Informasi', 'Keamanan Kerja', 'Pelayanan Publik'];
const rows = titles.map((title, n) =>
  courseOf({
    ...{ courseId: `c${n}` as never, title: { id: title }, status: 'published', jp: (250 * (n + 1)) as Jp },
    ...{ publishedVersion: 1, publishedAt: `2026-03-0${n + 1}T01:00:00.000Z` },
    ...(n === 2 && {
      details: {
        ...noDetails,
        classification: { ...unclassified, fields: ['pelayanan-publik'], coreValues: ['service'] },
      },
    }),
  }),
);

function appOf(scopes: readonly Scope[] = ['courses/read']) {
  const principal = {
    ...{ kind: 'client', clientId: 'x', name: 'x', scopes, tenant: { kind: 'platform' } },
  } as ClientPrincipal;
  const clock = fixedClock();
  const app = createHttpApp({
    ...{ name: 'api', clock, ids: countedIds(), authenticate: async () => principal },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  addCatalogueRoutes(app, {
    search: openSearch({
      courses: {
        find: async (courseId) => rows.find((row) => row.courseId === courseId),
        listPublished: async () => ({ courses: rows as never }),
      },
      ...{ shards: memorySearchShards(), clock, freshSeconds: 60, onStale: () => {} },
      providers: { read: async () => new Map([['p1', 'Universitas Contoh']]) },
    }),
  });
  return app.hono;
}

const raw = (scopes?: readonly Scope[]) => (path: string) => appOf(scopes).request(path);

function door(scopes?: readonly Scope[]) {
  const hono = appOf(scopes);
  return async (query: string) => {
    const response = await hono.request(`/api/catalogue${query}`);
    return { status: response.status, body: (await response.json()) as Answer };
  };
}

describe('GET /api/classifications', () => {
  it('tells every list with its version, where it was found and how sure each row is', async () => {
    const response = await raw()('/api/classifications');
    const body = (await response.json()) as Record<string, { version: number; rows: { mark: string }[] }>;
    expect(Object.keys(body)).toEqual(['coreValues', 'fields', 'digitalPillars', 'certification']);
    expect(body['coreValues']).toMatchObject({
      ...{ version: 1, source: expect.stringContaining('SE MenPANRB 20/2021') },
      rows: expect.arrayContaining([
        { code: 'loyal', name: { id: 'Loyal', en: 'Loyal' }, mark: 'V', since: 1 },
      ]),
    });
    expect(body['fields']?.rows.map(({ mark }) => mark)).toEqual(Array(63).fill('C'));
    expect((await raw(['enrolments/write'])('/api/classifications')).status).toBe(403);
  });
});

describe('GET /api/catalogue', () => {
  it('finds courses with what is told of them', async () => {
    const { status, body } = await door()('?q=keamnan%20informasi');
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 1, partial: false, corrected: 'keamanan informasi' });
    expect(body).not.toHaveProperty('next');
    expect(body.courses).toEqual([
      {
        ...{ courseId: 'c0', title: { id: 'Keamanan Informasi' }, description: {}, jp: '2.5' },
        ...{ form: 'NKL03', subject: 'other', competencies: [], languages: ['id'], price: 0 },
        provider: { providerId: 'p1', name: 'Universitas Contoh' },
        ...{ publishedAt: '2026-03-01T01:00:00.000Z', url: '/courses/c0' },
      },
    ]);
  });

  it('filters by several values, counts, and leads from page to page', async () => {
    const ask = door();
    const { body } = await ask('?jp=below-5&jp=5-10&sort=title&limit=2');
    expect(body.total).toBe(3);
    expect(body.facets.provider).toEqual([{ value: 'p1', name: 'Universitas Contoh', count: 3 }]);
    const next = new URL(String(body.next), 'https://x.example');
    expect(next.pathname).toBe('/api/catalogue');
    const second = (await ask(next.search)).body;
    expect(second.courses.map(({ courseId }) => courseId)).toEqual(['c2']);
    expect(second).not.toHaveProperty('next');
  });

  it('filters and counts by lists, and tells what a course says of itself', async () => {
    const { body } = await door()('?field=pelayanan-publik&field=hukum&coreValue=service');
    expect(body).toMatchObject({
      total: 1,
      courses: [
        { courseId: 'c2', classification: { fields: ['pelayanan-publik'], coreValues: ['service'] } },
      ],
      facets: {
        coreValue: [{ value: 'service', count: 1 }],
        field: [
          { value: 'pelayanan-publik', count: 1 },
          { value: 'hukum', count: 0 },
        ],
        digitalPillar: [],
      },
    });
  });

  it.each([
    ['?field=astrologi', '/field/0'],
    ['?certification=ijazah', '/certification/0'],
    ['?subject=no-such', '/subject/0'],
    ['?limit=0', '/limit'],
    ['?limit=x', '/limit'],
    ['?offset=1&offset=2', '/offset'],
    ['?q=a&q=b', '/q'],
    [`?q=${'x'.repeat(201)}`, '/q'],
    ['?words=a', '/words'],
    ['?sort=up', '/sort'],
  ])('says what is wrong with %s', async (query, path) => {
    const { status, body } = await door()(query);
    expect(status).toBe(400);
    expect(body.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('is for clients that may read courses', async () => {
    expect((await door(['records/read'])('')).status).toBe(403);
  });
});
