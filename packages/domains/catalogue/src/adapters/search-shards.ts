import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ObjectStore } from '@sinau/platform/objects';
import * as z from 'zod';
import type { SearchShards } from '../search/ports.ts';
import { searchableCourseSchema } from '../search/searchable-course.ts';

/** Out of reach of browsers: the content edge serves what lies under `versions/` alone. */
const folder = 'catalogue/search-1/';
const keyOf = (shard: number) => `${folder}shard-${String(shard).padStart(2, '0')}.json.gz`;
const completeKey = `${folder}complete`;

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const shardSchema = z.object({ courses: z.array(searchableCourseSchema) });

/** Shards of the search as packed JSON in the content bucket. */
export function createSearchShards({ content }: { readonly content: ObjectStore }): SearchShards {
  return {
    list: async () => {
      const tags: { shard: number; etag: string }[] = [];
      for await (const { key, etag } of content.list(`${folder}shard-`)) {
        tags.push({ shard: Number(/shard-(\d+)/.exec(key)?.[1]), etag });
      }
      return tags;
    },
    read: async (shard) => {
      const found = await content.read(keyOf(shard));
      if (!found) return undefined;
      const chunks: Buffer[] = [];
      for await (const chunk of found.body) chunks.push(Buffer.from(chunk));
      const json = (await unpack(Buffer.concat(chunks))).toString('utf8');
      return { etag: found.info.etag, courses: shardSchema.parse(JSON.parse(json)).courses };
    },
    write: async ({ shard, courses, etag }) => {
      const body = await pack(JSON.stringify({ courses }));
      const condition = etag === undefined ? { ifAbsent: true } : { ifMatch: etag };
      const outcome = await content.put({
        key: keyOf(shard),
        body,
        contentType: 'application/gzip',
        ...condition,
      });
      return outcome === 'stored' ? 'stored' : 'conflict';
    },
    isComplete: async () => (await content.head(completeKey)) !== undefined,
    markComplete: async () => {
      await content.put({ key: completeKey, body: '', contentType: 'text/plain' });
    },
  };
}
