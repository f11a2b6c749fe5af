import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Course, CourseId } from '@sinau/catalogue';
import { createSearchShards } from '@sinau/catalogue/adapters';
import {
  followCourses,
  openSearch,
  type SearchableCourse,
  searchableOf,
  searchQuerySchema,
} from '@sinau/catalogue/search';
import { courseOf } from '@sinau/catalogue/testing';
import { systemClock } from '@sinau/platform/crypto';
import { startLocalS3 } from '@sinau/platform/local-aws';
import { createS3Client, createS3ObjectStore, type ObjectStore } from '@sinau/platform/objects';
import type { figure } from '../figure.ts';
import { median } from '../figure.ts';
import { providerCount, providerNameOf, syntheticCourses } from './corpus.ts';
import { loadPage } from './load-page.ts';
import { type Asked, realisticQueries } from './queries.ts';

type Line = Parameters<typeof figure>[0];

interface Scale {
  readonly courses: number;
  readonly requests: number;
}

/** As in AWS (`CATALOGUE_FRESH_SECONDS`). */
const freshSeconds = 10;
/** So often a course is published while people search. */
const searchesPerPublication = 50;

/**
 * The search and the whole page around it, in one process, on shards in the embedded object store. Time is that of the
 * server: from the request to the answer, without a network between.
 */
export async function searchFigures(scale: Scale): Promise<readonly Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-catalogue-'));
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench-secret' };
  const s3 = await startLocalS3({ dir: folder, buckets: ['content'], ...credentials });
  try {
    const client = createS3Client({
      ...{ region: 'ap-southeast-3', credentials, endpoint: s3.endpoint, forcePathStyle: true },
    });
    return await measure(scale, createS3ObjectStore({ client, bucket: 'content' }));
  } finally {
    await s3.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure({ courses, requests }: Scale, content: ObjectStore): Promise<readonly Line[]> {
  const shards = createSearchShards({ content });
  const rows = new Map(syntheticCourses(courses).map((course) => [course.courseId, rowOf(course)]));
  const table = { find: async (courseId: CourseId) => rows.get(courseId) };
  const follow = (courseIds: Iterable<CourseId>) =>
    followCourses(
      { courses: table, ratings: { summary: async () => undefined }, shards, sleep },
      { courseIds },
    );
  const written = await timed(() => follow(rows.keys()));
  await shards.markComplete();

  const names = new Map(
    Array.from({ length: providerCount }, (_, n) => [`provider-${n}`, providerNameOf(n)]),
  );
  const search = openSearch({
    ...{ shards, clock: systemClock, freshSeconds },
    courses: { ...table, listPublished: async () => ({ courses: [] }) },
    providers: { read: async () => names },
    onStale: (error) => {
      throw error;
    },
  });
  const load = await timed(() => search.search(searchQuerySchema.parse({})));
  const page = await loadPage(search);
  const queries = realisticQueries(requests);
  // What a process compiles with its first requests is no figure of its search.
  for (const { query } of queries.slice(0, 150)) await page(query);

  const pages: Timed<string>[] = [];
  const publications: number[] = [];
  for (const [n, asked] of queries.entries()) {
    if (n % searchesPerPublication === 0)
      publications.push((await timed(() => follow([renamed(rows, n)]))).ms);
    pages.push(await timed(() => page(asked.query)));
  }
  const searches = await timesOf(search, queries);
  const slips = searches.filter(({ asked }) => asked.meant !== undefined);
  const found = slips.filter(({ asked, value }) =>
    value.courses.some(({ title }) =>
      Object.values(title)
        .join(' ')
        .includes(asked.meant ?? ''),
    ),
  );
  const by = { courses, requests };
  const sizes: number[] = [];
  for await (const { sizeBytes } of content.list('')) sizes.push(sizeBytes);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return [
    ...percentiles('catalogue_page', pages, { ...by, goal: 50 }),
    ...percentiles('catalogue_search', searches, by),
    {
      figure: 'catalogue_slips_found',
      value: (100 * found.length) / slips.length,
      unit: '%',
      of: slips.length,
    },
    { figure: 'catalogue_load_ms', value: load.ms, unit: 'ms', cpuMs: Math.round(load.cpuMs), courses },
    { figure: 'catalogue_publish_ms', value: median(publications), unit: 'ms', of: publications.length },
    { figure: 'catalogue_shards_kb', value: bytes / 1000, unit: 'KB', objects: sizes.length, courses },
    { figure: 'catalogue_write_all_ms', value: written.ms, unit: 'ms', courses },
  ];
}

function percentiles(name: string, times: readonly Timed<unknown>[], more: object): readonly Line[] {
  const wall = times.map(({ ms }) => ms);
  const cpu = times.map(({ cpuMs }) => cpuMs);
  return [
    { figure: `${name}_ms_p50`, value: percentile(wall, 0.5), unit: 'ms', ...more },
    { figure: `${name}_ms_p95`, value: percentile(wall, 0.95), unit: 'ms', ...more },
    { figure: `${name}_cpu_ms_p95`, value: percentile(cpu, 0.95), unit: 'ms', ...more },
  ];
}

/** The search alone, by the same words. */
async function timesOf(search: ReturnType<typeof openSearch>, queries: readonly Asked[]) {
  const times: (Timed<Awaited<ReturnType<typeof search.search>>> & { readonly asked: Asked })[] = [];
  for (const asked of queries) {
    const given = new URLSearchParams(asked.query);
    const one = (name: string) => given.getAll(name);
    const wanted = searchQuerySchema.parse({
      ...{ text: given.get('q') ?? '', sort: given.get('sort') ?? 'relevance' },
      ...{ offset: 24 * (Number(given.get('page') ?? 1) - 1), subject: one('subject'), form: one('form') },
      ...{ jp: one('jp'), language: one('language'), price: one('price') },
      ...{ provider: one('provider'), competency: one('competency') },
    });
    times.push({ ...(await timed(() => search.search(wanted))), asked });
  }
  return times;
}

function rowOf(course: SearchableCourse): Course {
  const { courseId, providerId, title, description, jp, publishedAt } = course;
  const { form, subject, competencies, languages, price, minutes } = course;
  const details = {
    form,
    subject,
    competencies,
    languages,
    audience: {},
    price,
    ...(minutes && { minutes }),
  };
  return courseOf({
    ...{ courseId, providerId, title, description, jp, details, publishedAt },
    ...{ status: 'published', publishedVersion: 1 },
  });
}

/** Publishes a course anew under another title. */
function renamed(rows: Map<CourseId, Course>, n: number): CourseId {
  const courseId = [...rows.keys()][(n * 37) % rows.size];
  const row = courseId && rows.get(courseId);
  if (!row) throw new Error('there are courses');
  rows.set(courseId, { ...row, title: { ...row.title, id: `${row.title.id} edisi ${n}` }, rev: row.rev + 1 });
  if (!searchableOf(row)) throw new Error('the course is published');
  return courseId;
}

interface Timed<Value> {
  readonly ms: number;
  /** Of all threads; says what the work costs when the machine does other work beside it. */
  readonly cpuMs: number;
  readonly value: Value;
}

async function timed<Value>(work: () => Promise<Value>): Promise<Timed<Value>> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000, value };
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
