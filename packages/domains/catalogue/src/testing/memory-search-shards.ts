import type { SearchShards } from '../search/ports.ts';
import type { SearchableCourse } from '../search/searchable-course.ts';

/** Shards of the search in memory, with the same answers as the stored ones. */
export function memorySearchShards(): SearchShards {
  const shards = new Map<number, { readonly etag: string; readonly courses: readonly SearchableCourse[] }>();
  let writes = 0;
  let complete = false;
  return {
    list: async () =>
      [...shards].map(([shard, { etag }]) => ({ shard, etag })).sort((a, b) => a.shard - b.shard),
    read: async (shard) => structuredClone(shards.get(shard)),
    write: async ({ shard, courses, etag }) => {
      if (shards.get(shard)?.etag !== etag) return 'conflict';
      writes += 1;
      shards.set(shard, structuredClone({ etag: `"${writes}"`, courses }));
      return 'stored';
    },
    isComplete: async () => complete,
    markComplete: async () => {
      complete = true;
    },
  };
}
