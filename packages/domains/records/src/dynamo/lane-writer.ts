import { type AgencyId, Unavailable } from '@sinau/kernel';
import { expiryAttribute, type PutInput, type TransactItem } from '@sinau/platform/dynamo';
import type { FeedUnit } from '../feed.ts';
import type { FeedStoreOptions } from './feed-store.ts';
import { chunkSort, headKey, laneKey, lanePartition, seenKey } from './keys.ts';
import { countedHead, type Head, headOf, readHead, rowOf, unmoved } from './lane-head.ts';
import { packChunks } from './pack.ts';

/** Streams repeat for a day, dead letters are kept for two weeks. */
const seenSeconds = 30 * 24 * 3600;
const tries = 60;
const longestPauseMs = 250;

interface Lane {
  readonly agencyId: AgencyId;
  readonly lane: number;
}

/** Appends to lanes, one transaction for the units given. */
export function createLaneWriter(options: FeedStoreOptions) {
  const { sleep, random = Math.random } = options;
  /** Head of each lane as far as this process knows; the condition on it tells when it is wrong. */
  const known = new Map<string, Head>();

  return {
    /** Together small enough for one transaction. */
    async append(place: Lane, units: readonly FeedUnit[]): Promise<void> {
      const name = lanePartition(place.agencyId, place.lane);
      let rest = units;
      let races = 0;
      while (rest.length > 0) {
        const head = await countedHead(options, place, known.get(name) ?? (await readHead(options, place)));
        known.set(name, head);
        const { writes, next } = appendWrites(options, { ...place, head }, rest);
        const result = await options.dynamo.transactWrite(writes);
        if (result.outcome === 'done') {
          known.set(name, next);
          return;
        }
        const met = result.reasons[rest.length];
        rest = rest.filter((_, n) => result.reasons[n]?.code !== 'ConditionalCheckFailed');
        if (met?.code !== 'ConditionalCheckFailed') continue;
        if (met.item) known.set(name, headOf(met.item));
        else known.delete(name);
        races += 1;
        if (races > tries) throw new Unavailable('too many writers at one lane of a feed');
        await sleep(Math.floor(random() * Math.min(longestPauseMs, 5 * 2 ** races)));
      }
    },
  };
}

/** Marks of the units in their order, then the head; then what they guard. */
function appendWrites(
  { table, clock }: FeedStoreOptions,
  { agencyId, lane, head }: Lane & { readonly head: Head },
  units: readonly FeedUnit[],
): { readonly writes: readonly TransactItem[]; readonly next: Head } {
  const nowMs = clock.now().getTime();
  const put = (input: Omit<PutInput, 'table'>): TransactItem => ({ kind: 'put', table, ...input });
  const begun = head.chunks === 0 ? { ...head, lines: 0, bornMs: nowMs } : head;
  const chunks = packChunks(units.flatMap((unit) => unit.lines));
  const appendedMs = Math.max(begun.appendedMs, nowMs);
  const lines = chunks.reduce((sum, chunk) => sum + chunk.count, 0);
  const next: Head = {
    ...begun,
    chunks: begun.chunks + chunks.length,
    appendedMs,
    ...(begun.lines !== undefined && { lines: begun.lines + lines }),
  };
  const mark = {
    [expiryAttribute]: Math.floor(nowMs / 1000) + seenSeconds,
    l: lane,
    ...(next.bornMs !== undefined && { g: next.bornMs }),
  };
  const marks = units.map(({ key }) =>
    // Absent: closes the race of two deliveries of one commit.
    put({ item: { ...seenKey(agencyId, key), ...mark }, condition: absent }),
  );
  const partition = lanePartition(agencyId, lane);
  let before = begun.lines;
  const rows = chunks.map(({ packed, count }, n) => {
    const item = { pk: partition, sk: chunkSort(begun.chunks + 1 + n), b: packed, t: appendedMs };
    const row = put({ item: { ...item, ...(before !== undefined && { f: before }) } });
    if (before !== undefined) before += count;
    return row;
  });
  const first = head.chunks === 0 ? [put({ item: { ...laneKey(agencyId, lane) } })] : [];
  const moved = put({ item: { ...headKey(agencyId, lane), ...rowOf(next) }, condition: unmoved(head) });
  return { writes: [...marks, moved, ...first, ...rows], next };
}

const absent = { expression: 'attribute_not_exists(pk)' };
