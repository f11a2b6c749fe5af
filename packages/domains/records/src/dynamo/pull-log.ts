import type { AgencyId, Clock } from '@sinau/kernel';
import { type Dynamo, type Item, queryAll } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { placesSchema, readPlaces, writePlaces } from '../cursor.ts';
import type { NotedPull, PullLog } from '../ports.ts';
import { lanesPartition, parsePull, pullKey, pullsPrefix } from './keys.ts';

export interface PullLogOptions {
  readonly dynamo: Dynamo;
  /** Name of the LRS table. */
  readonly table: string;
  readonly clock: Clock;
}

const pauseMs = 60_000;
const mostRemembered = 1_000;

/** Lies in the agency's own partition, beside the list of its lanes. */
export function createPullLog({ dynamo, table, clock }: PullLogOptions): PullLog {
  /** What this process wrote last, so that most pulls of a busy client do not even ask. */
  const noted = new Map<string, { readonly atMs: number; readonly reachedEnd: boolean }>();

  return {
    async note(pull) {
      const { agencyId, clientId, at, places, reachedEnd, filtered } = pull;
      const nowMs = clock.now().getTime();
      const last = noted.get(clientId);
      if (last && nowMs - last.atMs < pauseMs && (last.reachedEnd || !reachedEnd)) return;
      const before = new Date(nowMs - pauseMs).toISOString();
      const item = { ...pullKey(agencyId, clientId), at, e: reachedEnd, f: filtered, p: writePlaces(places) };
      // Not within the minute: another process noted meanwhile · e = no: the end of a long pull is worth a write.
      const atEnd = reachedEnd ? ' OR e = :no' : '';
      await dynamo.put({
        table,
        item,
        condition: {
          expression: `attribute_not_exists(pk) OR #at < :before${atEnd}`,
          names: { '#at': 'at' },
          values: { ':before': before, ...(reachedEnd && { ':no': false }) },
        },
      });
      noted.delete(clientId);
      noted.set(clientId, { atMs: nowMs, reachedEnd });
      const [oldest] = noted.keys();
      if (noted.size > mostRemembered && oldest !== undefined) noted.delete(oldest);
    },
    async list(agencyId) {
      const query = { partition: lanesPartition(agencyId), sort: { prefix: pullsPrefix } };
      const rows = await queryAll({ dynamo, table }, query);
      return rows.map((row) => readPull(agencyId, row));
    },
  };
}

const rowSchema = z.object({ at: z.string(), e: z.boolean(), f: z.boolean(), p: placesSchema });

function readPull(agencyId: AgencyId, row: Item): NotedPull {
  const { at, e, f, p } = rowSchema.parse(row);
  return { agencyId, clientId: parsePull(row), at, places: readPlaces(p), reachedEnd: e, filtered: f };
}
