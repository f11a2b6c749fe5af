import type { Clock } from '@sinau/kernel';
import type { Dynamo, Item } from '@sinau/platform/dynamo';
import { type FeedChunk, type FeedUnit, sizeOf, unitBytes } from '../feed.ts';
import type { FeedStore } from '../ports.ts';
import {
  chunkSort,
  lanePartition,
  lanesPartition,
  lanesPrefix,
  lastChunk,
  parseChunk,
  parseLane,
} from './keys.ts';
import { createLaneWriter } from './lane-writer.ts';
import { unpack } from './pack.ts';

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
  return {
    async append({ agencyId, lane, units }) {
      for (const group of groupsOf(units)) await writer.append({ agencyId, lane }, group);
    },
    async lanes(agencyId) {
      const sort = { prefix: lanesPrefix };
      const { items } = await dynamo.query({ table, partition: lanesPartition(agencyId), sort });
      return items.map(parseLane);
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

function readChunk(row: Item): FeedChunk {
  if (!(row.b instanceof Uint8Array)) throw new Error('a chunk of a feed has no lines');
  return { number: parseChunk(row), lines: unpack(row.b) };
}
