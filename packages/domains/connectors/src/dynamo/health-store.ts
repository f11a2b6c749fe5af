import { Unavailable } from '@sinau/kernel';
import { expiryAttribute, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { ConnectionId } from '../connection.ts';
import { type DayCount, freshHealth } from '../health/health.ts';
import type { HealthStore, LetterStore } from '../health/ports.ts';
import { allRows, type ConnectorStoreDeps } from './connection-store.ts';
import { readHealth, readLetter, toHealthRow, toLetterRow } from './health-rows.ts';
import {
  connectionPartition,
  dayKey,
  daySort,
  healthKey,
  letterKey,
  letterSort,
  lettersPrefix,
} from './keys.ts';

/** More than calls to one provider ever end at once. */
const tries = 12;
/** The budget looks back a week; the rest is for whoever asks later. */
const countsKeptSeconds = 35 * 24 * 3600;

/** One row a connection for all processes, one a day for what is counted, one for each dead letter. */
export function createHealthStore(deps: ConnectorStoreDeps): HealthStore {
  const { dynamo, table } = deps;
  const found = async (connectionId: ConnectionId) => {
    const row = await dynamo.get({ table, key: healthKey(connectionId), consistent: true });
    return row ? readHealth(row) : { health: freshHealth, writes: 0 };
  };
  return {
    read: async (connectionId) => (await found(connectionId)).health,
    async update(connectionId, change) {
      for (let n = 0; n < tries; n += 1) {
        const { health, writes } = await found(connectionId);
        const after = change(health);
        if (!after) return health;
        const written = await dynamo.put({
          table,
          item: toHealthRow(connectionId, after, writes + 1),
          // Unmoved: of many calls that end at once each is counted, and one alone becomes the probe.
          condition:
            writes === 0
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'writes = :seen', values: { ':seen': writes } },
        });
        if (written.outcome === 'done') return after;
      }
      throw new Unavailable('Too many calls to one provider end at once.');
    },
    async count(connectionId, { day, ok, failed }) {
      const expiresAt = Math.floor(Date.parse(`${day}T00:00:00.000Z`) / 1000) + countsKeptSeconds;
      await dynamo.update({
        table,
        key: dayKey(connectionId, day),
        update: 'SET #kind = :kind, #expires = :expires ADD succeeded :ok, failed :failed',
        names: { '#kind': 'kind', '#expires': expiryAttribute },
        values: { ':kind': 'connection-day', ':expires': expiresAt, ':ok': ok, ':failed': failed },
      });
    },
    async counts(connectionId, { from, until }) {
      const partition = connectionPartition(connectionId);
      const sort = { between: [daySort(from), daySort(until)] as const };
      const rows = await allRows(deps, { partition, sort, consistent: true });
      return rows.map(readDay);
    },
  };
}

const dayRow = z.object({ sk: z.string(), succeeded: z.number(), failed: z.number() });

function readDay(row: Item): DayCount {
  const { sk, succeeded, failed } = dayRow.parse(row);
  return { day: sk.slice(daySort('').length), ok: succeeded, failed };
}

export function createLetterStore({ dynamo, table }: ConnectorStoreDeps): LetterStore {
  return {
    async add(letter) {
      await dynamo.put({ table, item: toLetterRow(letter) });
    },
    async list(connectionId, { limit, after }) {
      const partition = connectionPartition(connectionId);
      const page = await dynamo.query({
        table,
        partition,
        sort: { prefix: lettersPrefix },
        descending: true,
        consistent: true,
        limit,
        ...(after !== undefined && { startAfter: { pk: partition, sk: letterSort(after) } }),
      });
      return page.items.map(readLetter);
    },
    async find(connectionId, letterId) {
      const row = await dynamo.get({ table, key: letterKey(connectionId, letterId), consistent: true });
      return row && readLetter(row);
    },
    async remove(connectionId, letterId) {
      await dynamo.delete({ table, key: letterKey(connectionId, letterId) });
    },
  };
}
