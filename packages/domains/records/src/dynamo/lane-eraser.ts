import type { AgencyId } from '@sinau/kernel';
import type { Dynamo, Item, TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { FeedEraser } from '../ports.ts';
import { chunkSort, lanePartition, lanesPartition, lastChunk, noticeKey, noticesPrefix } from './keys.ts';
import { packLines } from './pack.ts';
import { readChunk } from './read-chunk.ts';

/** Notices of one transaction, beside the chunk. */
const together = 90;
const noticeSchema = z.object({
  id: z.string(),
  position: z.string(),
  stored: z.string(),
  mode: z.enum(['erased', 'pseudonymised']),
});

/** The one writer that changes chunks: under the condition that a chunk is still as it was read. */
export function createLaneEraser(options: {
  readonly dynamo: Dynamo;
  /** Name of the LRS table. */
  readonly table: string;
}): FeedEraser {
  const { dynamo, table } = options;
  const raw = new WeakMap<object, Uint8Array>();
  const keyOf = (agencyId: AgencyId, lane: number, number: number) => ({
    pk: lanePartition(agencyId, lane),
    sk: chunkSort(number),
  });
  const read = (row: Item) => {
    const chunk = readChunk(row);
    if (row.b instanceof Uint8Array) raw.set(chunk, row.b);
    return chunk;
  };
  return {
    async read({ agencyId, lane, after, limit }) {
      const page = await dynamo.query({
        table,
        partition: lanePartition(agencyId, lane),
        sort: { between: [chunkSort(after + 1), chunkSort(lastChunk)] },
        limit,
        consistent: true,
      });
      return { chunks: page.items.map(read), more: page.last !== undefined };
    },
    async replace({ agencyId, lane, chunk, lines, notices }) {
      const before = raw.get(chunk);
      if (!before) throw new Error('a chunk is replaced that was not read here');
      if (lines.length !== chunk.lines.length) throw new Error('cursors count the lines of a chunk');
      const b = packLines(lines);
      for (let from = 0; from < notices.length; from += together) {
        const last = from + together >= notices.length;
        const writes: TransactItem[] = notices.slice(from, from + together).map((notice) => ({
          kind: 'put',
          table,
          item: { ...noticeKey(agencyId, notice.position), ...notice },
        }));
        const result = await dynamo.transactWrite([
          {
            kind: 'update',
            table,
            key: keyOf(agencyId, lane, chunk.number),
            update: last ? 'SET b = :next' : 'SET b = :before',
            // As it was read: closes the race of two erasures in one chunk.
            condition: 'b = :before',
            values: { ':before': before, ...(last ? { ':next': b } : {}) },
          },
          ...writes,
        ]);
        if (result.outcome !== 'done') return 'changed';
      }
      return 'replaced';
    },
    async notices(agencyId, limit) {
      const partition = lanesPartition(agencyId);
      const sort = { prefix: noticesPrefix };
      const page = await dynamo.query({ table, partition, sort, limit, consistent: true });
      return page.items.map((row) => noticeSchema.parse(row));
    },
    async forget(agencyId, notices) {
      const deletes = notices.map(({ position }) => noticeKey(agencyId, position));
      await dynamo.batchWrite({ table, deletes });
    },
  };
}
