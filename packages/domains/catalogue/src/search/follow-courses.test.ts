import type { Jp, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Course, CourseId } from '../course.ts';
import type { CourseStore } from '../ports.ts';
import { courseOf } from '../testing/course-fixtures.ts';
import { memoryRatings } from '../testing/memory-ratings.ts';
import { memorySearchShards } from '../testing/memory-search-shards.ts';
import { followCourses } from './follow-courses.ts';
import { openSearch } from './open-search.ts';
import type { SearchShards } from './ports.ts';
import { rebuildSearch } from './rebuild-search.ts';
import { searchQuerySchema } from './search-query.ts';
import { shardOf } from './shard-of.ts';

const at = '2026-03-02T01:00:00.000Z';
const sleep = async () => {};

function published(id: string, over: Partial<Course> = {}): Course {
  const live = { status: 'published', jp: 400 as Jp, publishedVersion: 1, publishedAt: at } as const;
  return courseOf({ courseId: id as CourseId, title: { id: `Kursus ${id}` }, ...live, rev: 2, ...over });
}

let rows: Map<string, Course>;
const ratings = memoryRatings();
let shards: SearchShards;
let courses: Pick<CourseStore, 'find' | 'listPublished'>;
let names: Map<string, string>;
let reads: number[];

beforeEach(() => {
  rows = new Map();
  names = new Map([['p1', 'Universitas Terbuka']]);
  const inner = memorySearchShards();
  reads = [];
  shards = {
    ...inner,
    read: async (shard) => {
      reads.push(shard);
      return inner.read(shard);
    },
  };
  courses = {
    find: async (courseId) => rows.get(courseId),
    listPublished: async ({ limit, after = '' }) => {
      const all = [...rows.values()].filter((row) => row.status === 'published' && row.courseId > after);
      const page = all.sort((a, b) => (a.courseId < b.courseId ? -1 : 1)).slice(0, limit);
      const last = all.length > limit ? page.at(-1)?.courseId : undefined;
      return { courses: page as never, ...(last !== undefined && { last }) };
    },
  };
});

const put = (...all: Course[]) => {
  for (const one of all) rows.set(one.courseId, one);
};
const follow = (...ids: string[]) =>
  followCourses({ courses, ratings, shards, sleep }, { courseIds: ids as CourseId[] });

function reader(over: { freshSeconds?: number; clock?: ReturnType<typeof fixedClock> } = {}) {
  const stale: unknown[] = [];
  const search = openSearch({
    ...{ shards, courses, clock: fixedClock(), freshSeconds: 0 },
    providers: { read: async () => names },
    onStale: (error) => stale.push(error),
    ...over,
  });
  const find = async (text = '') => {
    const result = await search.search(searchQuerySchema.parse({ text, sort: 'title', limit: 100 }));
    return result.courses.map(({ courseId }) => courseId as string);
  };
  return { find, stale };
}

describe('followCourses', () => {
  it('brings published courses in, changes them, and takes retired ones out', async () => {
    await shards.markComplete();
    const { find } = reader();
    put(published('a'), published('b'), courseOf({ courseId: 'draft' as CourseId }));
    expect(await follow('a', 'b', 'draft', 'gone')).toEqual({ written: 2 });
    expect(await find()).toEqual(['a', 'b']);
    put(published('a', { title: { id: 'Arsip' }, rev: 3 }), published('b', { status: 'retired', rev: 3 }));
    await follow('a', 'b');
    expect(await find()).toEqual(['a']);
    expect(await find('arsip')).toEqual(['a']);
    expect(await find('kursus')).toEqual([]);
  });

  it('writes nothing when everything is there already', async () => {
    put(published('a'));
    await follow('a');
    const before = await shards.list();
    expect(await follow('a', 'a', 'absent')).toEqual({ written: 0 });
    expect(await shards.list()).toEqual(before);
  });

  it('loses nothing when many follow at once', async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `c${n}`);
    put(...ids.map((id) => published(id)));
    await Promise.all(ids.map((id) => follow(id)));
    await shards.markComplete();
    const { find } = reader();
    expect(await find()).toHaveLength(100);
    const all = await Promise.all((await shards.list()).map(({ shard }) => shards.read(shard)));
    expect(all.flatMap((one) => one?.courses ?? [])).toHaveLength(200);
  });

  it('does not put back what a later writer has seen', async () => {
    put(published('a'));
    let isFirst = true;
    const slow: SearchShards = {
      ...shards,
      write: async (input) => {
        if (isFirst) {
          // Between reading the row and writing the shard the course is retired and that is followed.
          isFirst = false;
          await follow('a');
          put(published('a', { status: 'retired', rev: 3 }));
          await follow('a');
        }
        return shards.write(input);
      },
    };
    await followCourses({ courses, ratings, shards: slow, sleep }, { courseIds: ['a' as CourseId] });
    expect((await shards.read(shardOf('a' as CourseId)))?.courses).toEqual([]);
  });
});

describe('rebuildSearch', () => {
  it('adds what is missing, takes out what is no longer published, and is repeated without a write', async () => {
    put(...Array.from({ length: 130 }, (_, n) => published(`c${n}`)), published('old'));
    await follow('old');
    put(published('old', { status: 'retired', rev: 3 }));
    expect(await rebuildSearch({ courses, ratings, shards, sleep })).toEqual({ courses: 130, written: 131 });
    expect(await rebuildSearch({ courses, ratings, shards, sleep })).toEqual({ courses: 130, written: 0 });
    expect(await shards.isComplete()).toBe(true);
  });
});

describe('openSearch', () => {
  it('goes by the table until the shards are complete', async () => {
    put(published('a'), published('b'));
    const { find } = reader();
    await follow('a');
    expect(await find()).toEqual(['a', 'b']);
    put(published('b', { status: 'retired', rev: 3 }));
    expect(await find()).toEqual(['a']);
    put(published('c'));
    await rebuildSearch({ courses, ratings, shards, sleep });
    expect(await find()).toEqual(['a', 'c']);
    put(published('a', { status: 'retired', rev: 3 }));
    await follow('a');
    expect(await find()).toEqual(['c']);
  });

  it('reads again only what changed, and nothing while it is fresh', async () => {
    put(published('a'), published('b'), published('c'));
    await rebuildSearch({ courses, ratings, shards, sleep });
    const clock = fixedClock();
    const { find } = reader({ freshSeconds: 10, clock });
    await find();
    reads = [];
    put(published('a', { title: { id: 'Arsip' }, rev: 3 }));
    await follow('a');
    reads = [];
    expect(await find('arsip')).toEqual([]);
    expect(reads).toEqual([]);
    clock.advance(10_000);
    expect(await find('arsip')).toEqual(['a']);
    expect(reads).toEqual([shardOf('a' as CourseId)]);
  });

  it('finds courses by what their provider is called now', async () => {
    put(published('a'), published('b', { providerId: 'p2' as ProviderId }));
    await rebuildSearch({ courses, ratings, shards, sleep });
    const { find } = reader();
    expect(await find('terbuka')).toEqual(['a']);
    names.set('p1', 'Universitas Sebelas');
    expect(await find('terbuka')).toEqual([]);
    expect(await find('sebelas')).toEqual(['a']);
  });

  it('answers from what it has when the store is down, says so, and refuses when it has nothing', async () => {
    put(published('a'));
    await rebuildSearch({ courses, ratings, shards, sleep });
    const { find, stale } = reader();
    await find();
    const { list } = shards;
    shards.list = async () => Promise.reject(new Error('down'));
    expect(await find()).toEqual(['a']);
    expect(stale).toHaveLength(1);
    await expect(reader().find()).rejects.toThrow('down');
    shards.list = list;
    put(published('b'));
    await follow('b');
    expect(await find()).toEqual(['a', 'b']);
  });
});
