import { absent, type Dynamo, type QueryInput, queryPage, unchangedSince } from '@sinau/platform/dynamo';
import type { Event } from '../event.ts';
import type { EventStore, Page } from '../ports.ts';
import { eventKey, eventSpace, openPartition, ownerPartition } from './keys.ts';
import { roomItem } from './room-item.ts';
import { isEventRow, readEventRow, toEventRow } from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createEventStore(door: Door): EventStore {
  const { dynamo, table } = door;
  async function page(query: Omit<QueryInput, 'table'>, { limit, after }: Page) {
    const { items, ...next } = await queryPage(dynamo, { table, ...query, limit, after });
    return { events: items.map(readEventRow), ...next };
  }
  return {
    async find(eventId) {
      const row = await dynamo.get({ table, key: eventKey(eventId), consistent: true });
      return row && readEventRow(row);
    },
    async findMany(eventIds) {
      const keys = [...new Set(eventIds)].map(eventKey);
      const rows = keys.length === 0 ? [] : await dynamo.batchGet({ table, keys, consistent: true });
      return rows.filter(isEventRow).map(readEventRow);
    },
    save: (next) => save(door, next),
    async remove({ eventId, rev }) {
      const result = await dynamo.transactWrite([
        // As it was read: closes the race with whoever publishes it.
        { kind: 'delete', table, key: eventKey(eventId), condition: unchangedSince(rev) },
        { kind: 'delete', table, key: eventSpace.countsKey(eventId) },
      ]);
      return result.outcome === 'done' ? 'removed' : 'changed';
    },
    listOf: (owner, asked) =>
      page({ index: 'gsi1', partition: ownerPartition(owner), descending: true }, asked),
    listOpen: (to, { from, until = '~', ...asked }) =>
      page({ index: 'gsi2', partition: openPartition(to), sort: { between: [from, until] } }, asked),
  };
}

async function save({ dynamo, table }: Door, next: Event): Promise<'saved' | 'changed' | 'full'> {
  const { eventId, capacity, state, rev } = next;
  const counters = roomItem(table, eventSpace, { id: eventId, capacity, isOpen: state === 'published' });
  const result = await dynamo.transactWrite([
    {
      ...{ kind: 'put', table, item: toEventRow({ ...next, rev: rev + 1 }) },
      // As it was read: closes the race of two organisers.
      condition: rev === 0 ? absent : unchangedSince(rev),
    },
    counters,
  ]);
  if (result.outcome === 'done') return 'saved';
  return result.reasons[0]?.code === 'ConditionalCheckFailed' ? 'changed' : 'full';
}
