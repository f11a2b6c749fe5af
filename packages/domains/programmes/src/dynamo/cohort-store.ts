import { absent, type Dynamo, queryPage, type TransactItem, unchangedSince } from '@sinau/platform/dynamo';
import type { CohortStore } from '../cohorts/ports.ts';
import { isCohortRow, readCohortRow, toCohortRow } from './cohort-rows.ts';
import { toTurnRow } from './cohort-turn-store.ts';
import { cohortAgencyPartition, cohortKey, cohortOpenPartition, cohortSpace, cohortTurnKey } from './keys.ts';
import { roomItem } from './room-item.ts';
import { createSeatStore } from './seat-store.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createCohortStore({ dynamo, table }: Door): CohortStore {
  return {
    async find(cohortId) {
      const row = await dynamo.get({ table, key: cohortKey(cohortId), consistent: true });
      return row && readCohortRow(row);
    },
    async findMany(cohortIds) {
      const keys = [...new Set(cohortIds)].map(cohortKey);
      const rows = keys.length === 0 ? [] : await dynamo.batchGet({ table, keys, consistent: true });
      return rows.filter(isCohortRow).map(readCohortRow);
    },
    async save(next, telling) {
      const { cohortId, capacity, state, rev } = next;
      const result = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table, item: toCohortRow({ ...next, rev: rev + 1 }) },
          // As it was read: closes the race of two people at the desk.
          condition: rev === 0 ? absent : unchangedSince(rev),
        },
        roomItem(table, cohortSpace, { id: cohortId, capacity, isOpen: state === 'open' }),
        ...turnItems(table, cohortId, telling),
      ]);
      if (result.outcome === 'done') return 'saved';
      return result.reasons[0]?.code === 'ConditionalCheckFailed' ? 'changed' : 'full';
    },
    async remove({ cohortId, rev }) {
      const result = await dynamo.transactWrite([
        // As it was read: closes the race with whoever opens it.
        { kind: 'delete', table, key: cohortKey(cohortId), condition: unchangedSince(rev) },
        { kind: 'delete', table, key: cohortSpace.countsKey(cohortId) },
      ]);
      return result.outcome === 'done' ? 'removed' : 'changed';
    },
    async listOf(agencyId, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi1', partition: cohortAgencyPartition(agencyId), descending: true, limit },
        after,
      });
      return { cohorts: items.map(readCohortRow), ...next };
    },
    async listOpen(agencyId, { from, limit }) {
      const { items } = await dynamo.query({
        ...{ table, index: 'gsi2', partition: cohortOpenPartition(agencyId) },
        ...{ sort: { between: [from, '~'] as const }, limit },
      });
      return items.map(readCohortRow);
    },
  };
}

function turnItems(
  table: string,
  id: string,
  telling: { readonly at?: string } | undefined,
): readonly TransactItem[] {
  if (!telling) return [];
  const { at } = telling;
  return at === undefined
    ? [{ kind: 'delete', table, key: cohortTurnKey(id) }]
    : [{ kind: 'put', table, item: toTurnRow('cohort', { id, at }) }];
}

/** Seats of cohorts; `eventId` of each is the id of its cohort. */
export const createCohortSeatStore = (door: Door) => createSeatStore(door, cohortSpace);
