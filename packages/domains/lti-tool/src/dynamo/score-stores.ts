import { composeKey, type Dynamo, type Item, queryPage, unchangedSince } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { LineItemStore, ScoreStore } from '../scores/ports.ts';
import type { ScoreRow } from '../scores/score-row.ts';
import {
  duePartition,
  dueShardOf,
  dueShards,
  lineItemKey,
  scoreKey,
  scoresOfPartition,
  scoresPartition,
} from './keys.ts';
import { readScore } from './score-rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Of one registration, at most as many as attempts. */
const mostListed = 100;
/** One row an attempt, in a partition beside those of the attempts. */
export function createScoreStore({ dynamo, table }: Door): ScoreStore {
  return {
    async find(ref) {
      const row = await dynamo.get({ table, key: scoreKey(ref), consistent: true });
      return row && readScore(row);
    },
    async save(row) {
      const result = await dynamo.put({
        table,
        item: toRow({ ...row, rev: row.rev + 1 }),
        // As it was read: closes the race of two workers, and of a worker with a change or an order.
        condition: unchangedSince(row.rev),
      });
      return result.outcome === 'done' ? 'saved' : 'stale';
    },
    async remove(ref) {
      await dynamo.delete({ table, key: scoreKey(ref) });
    },
    async listAt(registration) {
      const partition = scoresPartition(registration);
      const { items } = await dynamo.query({ table, partition, limit: mostListed, consistent: true });
      return items.map(readScore);
    },
    async listDue(now, limit) {
      const shards = Array.from({ length: dueShards }, (_, shard) => duePartition(shard));
      // Bounds are inclusive, and a registration follows the time.
      const sort = { between: ['0', `${now}~`] as const };
      const pages = await Promise.all(
        shards.map((partition) => dynamo.query({ table, index: 'gsi1', partition, sort, limit })),
      );
      const due = pages.flatMap(({ items }) => items).map(readScore);
      return due.toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1)).slice(0, limit);
    },
    async listOf(platformId, state, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi2', partition: scoresOfPartition(platformId, state), limit, descending: true },
        after,
      });
      return { rows: items.map(readScore), ...next };
    },
  };
}

function toRow(row: ScoreRow): Item {
  const { registration, platformId, placementId, subject, state, dueAt, changedAt } = row;
  return {
    ...scoreKey(row),
    ...{ kind: 'lti-tool-score', ...row },
    ...(dueAt !== undefined && {
      gsi1pk: duePartition(dueShardOf(registration)),
      gsi1sk: composeKey(dueAt, registration, platformId, placementId),
    }),
    gsi2pk: scoresOfPartition(platformId, state),
    gsi2sk: composeKey(changedAt, registration, placementId, subject),
  };
}

/** One row a placement. */
export function createLineItemStore({ dynamo, table }: Door): LineItemStore {
  return {
    async find(placement) {
      const row = await dynamo.get({ table, key: lineItemKey(placement), consistent: true });
      return row && z.object({ lineItem: z.string().optional() }).parse(row).lineItem;
    },
    async hold(placement, { now, until }) {
      const result = await dynamo.update({
        ...{ table, key: lineItemKey(placement), update: 'SET heldUntil = :until, kind = :kind' },
        values: { ':until': until, ':now': now, ':kind': 'lti-tool-item' },
        // Free: of two learners who begin together one makes the line item.
        condition:
          'attribute_not_exists(lineItem) AND (attribute_not_exists(heldUntil) OR heldUntil <= :now)',
      });
      return result.outcome === 'done' ? 'held' : 'elsewhere';
    },
    async keep(placement, lineItem) {
      await dynamo.put({ table, item: { ...lineItemKey(placement), kind: 'lti-tool-item', lineItem } });
    },
    async forget(placement) {
      await dynamo.delete({ table, key: lineItemKey(placement) });
    },
  };
}
