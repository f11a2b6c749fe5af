import { type AgencyId, Unavailable } from '@sinau/kernel';
import { expiryAttribute, type PutInput, type TransactItem } from '@sinau/platform/dynamo';
import type { FeedUnit } from '../feed.ts';
import type { FeedStoreOptions } from './feed-store.ts';
import { chunkSort, headKey, laneKey, lanePartition, seenKey } from './keys.ts';
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
  const { dynamo, table, sleep, random = Math.random } = options;
  /** Last chunk of each lane as far as this process knows; the condition on the head tells when it is wrong. */
  const known = new Map<string, number>();

  async function lastChunkOf(place: Lane): Promise<number> {
    const row = await dynamo.get({ table, key: headKey(place.agencyId, place.lane), consistent: true });
    return row ? Number(row.n) : 0;
  }

  return {
    /** Together small enough for one transaction. */
    async append(place: Lane, units: readonly FeedUnit[]): Promise<void> {
      const name = lanePartition(place.agencyId, place.lane);
      let rest = units;
      let races = 0;
      while (rest.length > 0) {
        const last = known.get(name) ?? (await lastChunkOf(place));
        const { writes, next } = appendWrites(options, { ...place, last }, rest);
        const result = await dynamo.transactWrite(writes);
        if (result.outcome === 'done') {
          known.set(name, next);
          return;
        }
        const head = result.reasons[rest.length];
        rest = rest.filter((_, n) => result.reasons[n]?.code !== 'ConditionalCheckFailed');
        if (head?.code !== 'ConditionalCheckFailed') continue;
        if (head.item) known.set(name, Number(head.item.n));
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
  { agencyId, lane, last }: Lane & { readonly last: number },
  units: readonly FeedUnit[],
): { readonly writes: readonly TransactItem[]; readonly next: number } {
  const expiresAt = Math.floor(clock.now().getTime() / 1000) + seenSeconds;
  const put = (input: Omit<PutInput, 'table'>): TransactItem => ({ kind: 'put', table, ...input });
  const marks = units.map(({ key }) =>
    // Absent: closes the race of two deliveries of one commit.
    put({ item: { ...seenKey(agencyId, key), [expiryAttribute]: expiresAt }, condition: absent }),
  );
  const chunks = packChunks(units.flatMap(({ lines }) => lines));
  const next = last + chunks.length;
  // Unmoved: closes the race of two writers for the next chunk.
  const unmoved = last === 0 ? absent : { expression: 'n = :last', values: { ':last': last } };
  const head = put({ item: { ...headKey(agencyId, lane), n: next }, condition: unmoved });
  const partition = lanePartition(agencyId, lane);
  const rows = chunks.map(({ packed }, n) =>
    put({ item: { pk: partition, sk: chunkSort(last + 1 + n), b: packed } }),
  );
  const first = last === 0 ? [put({ item: { ...laneKey(agencyId, lane) } })] : [];
  return { writes: [...marks, head, ...first, ...rows], next };
}

const absent = { expression: 'attribute_not_exists(pk)' };
