import type { AgencyId } from '@sinau/kernel';
import type { Condition, Item } from '@sinau/platform/dynamo';
import type { FeedStoreOptions } from './feed-store.ts';
import { chunkSort, headKey, lanePartition } from './keys.ts';
import { readChunk } from './read-chunk.ts';

/** The row that names the last chunk of a lane. */
export interface Head {
  /** 0: there is no such lane yet. */
  readonly chunks: number;
  /** Absent in lanes from before lines were counted. */
  readonly lines?: number;
  /** Absent in lanes from before births were noted. */
  readonly bornMs?: number;
  /** Latest time of appending, never falling; 0 where it was not noted. */
  readonly appendedMs: number;
}

interface Lane {
  readonly agencyId: AgencyId;
  readonly lane: number;
}

export function headOf(row: Item | undefined): Head {
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  const lines = number(row?.l);
  const bornMs = number(row?.g);
  return {
    chunks: number(row?.n) ?? 0,
    ...(lines !== undefined && { lines }),
    ...(bornMs !== undefined && { bornMs }),
    appendedMs: number(row?.t) ?? 0,
  };
}

export const rowOf = ({ chunks, lines, bornMs, appendedMs }: Head): Readonly<Record<string, number>> => ({
  n: chunks,
  ...(lines !== undefined && { l: lines }),
  ...(bornMs !== undefined && { g: bornMs }),
  t: appendedMs,
});

/** Unmoved, and the same lane: closes the race of two writers for the next chunk. */
export function unmoved({ chunks, bornMs }: Head): Condition {
  if (chunks === 0) return { expression: 'attribute_not_exists(pk)' };
  if (bornMs === undefined) {
    return { expression: 'n = :last AND attribute_not_exists(g)', values: { ':last': chunks } };
  }
  return { expression: 'n = :last AND g = :born', values: { ':last': chunks, ':born': bornMs } };
}

export async function readHead({ dynamo, table }: FeedStoreOptions, place: Lane): Promise<Head> {
  return headOf(await dynamo.get({ table, key: headKey(place.agencyId, place.lane), consistent: true }));
}

/** A lane up to this length is counted by the next writer; a longer one by the rebuild, since a writer has no time. */
const mostCounted = 500;

/** A head without a count gets one if the lane is short enough to be read in passing. */
export async function countedHead(options: FeedStoreOptions, place: Lane, head: Head): Promise<Head> {
  if (head.chunks === 0 || head.lines !== undefined || head.chunks > mostCounted) return head;
  return { ...head, lines: await countLines(options, place, { from: 0, to: head.chunks }) };
}

/** Lines in the chunks after `from` up to `to`. A chunk keeps its number of lines for good. */
export async function countLines(
  { dynamo, table }: FeedStoreOptions,
  place: Lane,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<number> {
  const partition = lanePartition(place.agencyId, place.lane);
  let lines = 0;
  for (let after = from; after < to; ) {
    const sort = { between: [chunkSort(after + 1), chunkSort(to)] as const };
    const page = await dynamo.query({ table, partition, sort, consistent: true });
    if (page.items.length === 0) throw new Error('a lane of a feed lacks chunks');
    lines += page.items.reduce((sum, row) => sum + readChunk(row).lines.length, 0);
    after += page.items.length;
  }
  return lines;
}
