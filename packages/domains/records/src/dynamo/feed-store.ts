import type { AgencyId, Clock } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import { type FeedUnit, sizeOf, unitBytes } from '../feed.ts';
import type { FeedStore } from '../ports.ts';
import {
  chunkSort,
  headKey,
  lanePartition,
  lanesPartition,
  lanesPrefix,
  lastChunk,
  parseLane,
  parseLanePartition,
} from './keys.ts';
import { headOf } from './lane-head.ts';
import { createLaneWriter } from './lane-writer.ts';
import { readChunk } from './read-chunk.ts';

export interface FeedStoreOptions {
  readonly dynamo: Dynamo;
  /** Name of the LRS table. */
  readonly table: string;
  readonly clock: Clock;
  /** Waits so many milliseconds; between tries of writers that meet at one lane. */
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Uniform in [0, 1). @default Math.random */
  readonly random?: () => number;
}

/** Of one transaction: with head, lane and at most 64 chunks they stay below DynamoDB's hundred rows. */
const unitsTogether = 30;

/** Rows of chunks, one head a lane, and one row for every unit that was appended. */
export function createFeedStore(options: FeedStoreOptions): FeedStore {
  const { dynamo, table } = options;
  const writer = createLaneWriter(options);
  async function lanes(agencyId: AgencyId): Promise<readonly number[]> {
    const sort = { prefix: lanesPrefix };
    const { items } = await dynamo.query({ table, partition: lanesPartition(agencyId), sort });
    return items.map(parseLane);
  }
  return {
    async append({ agencyId, lane, units }) {
      for (const group of groupsOf(units)) await writer.append({ agencyId, lane }, group);
    },
    lanes,
    async heads(agencyId) {
      const keys = (await lanes(agencyId)).map((lane) => headKey(agencyId, lane));
      const rows = await dynamo.batchGet({ table, keys });
      return rows.map((row) => {
        const { chunks, lines, bornMs } = headOf(row);
        const lane = parseLanePartition(row);
        return {
          lane,
          chunks,
          ...(lines !== undefined && { lines }),
          ...(bornMs !== undefined && { bornMs }),
        };
      });
    },
    async read({ agencyId, lane, after, limit }) {
      const page = await dynamo.query({
        table,
        partition: lanePartition(agencyId, lane),
        sort: { between: [chunkSort(after + 1), chunkSort(lastChunk)] },
        limit,
      });
      const chunks = page.items.map(readChunk);
      // A read that lags may lack a chunk before one it has; what comes behind the gap is for a later read.
      const gap = chunks.findIndex(({ number }, n) => number !== after + 1 + n);
      if (gap >= 0) return { chunks: chunks.slice(0, gap), more: false };
      return { chunks, more: page.last !== undefined };
    },
  };
}

/** Neighbours that one transaction can hold. */
function groupsOf(units: readonly FeedUnit[]): readonly (readonly FeedUnit[])[] {
  const groups: FeedUnit[][] = [];
  let bytes = 0;
  for (const unit of units) {
    const size = unit.lines.reduce((sum, line) => sum + sizeOf(line), 0);
    const group = groups.at(-1);
    if (group && group.length < unitsTogether && bytes + size <= unitBytes) {
      group.push(unit);
      bytes += size;
    } else {
      groups.push([unit]);
      bytes = size;
    }
  }
  return groups;
}
