import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchShards } from '../search/ports.ts';
import { searchableCourse } from './searchable-course.ts';

/** What every place for the shards of the search keeps; `open` gives an empty one. */
export function searchShardsContract(adapter: string, open: () => Promise<SearchShards>): void {
  describe(`shards of the search on ${adapter}`, () => {
    let shards: SearchShards;
    beforeEach(async () => {
      shards = await open();
    });

    it('are absent at first, and not complete', async () => {
      expect(await shards.list()).toEqual([]);
      expect(await shards.read(3)).toBeUndefined();
      expect(await shards.isComplete()).toBe(false);
      await shards.markComplete();
      await shards.markComplete();
      expect(await shards.isComplete()).toBe(true);
      expect(await shards.list()).toEqual([]);
    });

    it('give back what was written, with the tag that the list names', async () => {
      const courses = [
        searchableCourse('a', { minutes: 90 }),
        searchableCourse('b', { title: { en: 'é "x"' } }),
        searchableCourse('c', {
          classification: {
            ...{ coreValues: ['loyal', 'service'], fields: ['kesehatan', 'hukum'] },
            ...{ digitalPillars: ['safety'], certification: 'course' },
          },
        }),
      ];
      expect(await shards.write({ shard: 63, courses, etag: undefined })).toBe('stored');
      expect(await shards.write({ shard: 0, courses: [], etag: undefined })).toBe('stored');
      const read = await shards.read(63);
      expect(read?.courses).toEqual(courses);
      const listed = await shards.list();
      expect(listed.map(({ shard }) => shard)).toEqual([0, 63]);
      expect(listed[1]?.etag).toBe(read?.etag);
    });

    it('let one of several writers through who have read the same', async () => {
      const write = (title: string, etag: string | undefined) =>
        shards.write({ shard: 5, courses: [searchableCourse('a', { title: { id: title } })], etag });
      const first = await Promise.all(['x', 'y', 'z'].map((title) => write(title, undefined)));
      expect(first.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      const etag = (await shards.read(5))?.etag;
      const second = await Promise.all(['p', 'q', 'r'].map((title) => write(title, etag)));
      expect(second.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect((await shards.read(5))?.courses[0]?.title.id).toBe(['p', 'q', 'r'][second.indexOf('stored')]);
      expect(await write('late', etag)).toBe('conflict');
    });
  });
}
