import { absent, type Dynamo, queryAll, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import type { BudgetLine } from '../line.ts';
import type { BudgetStore, PageOf } from '../ports.ts';
import { bookingItems } from './booking-items.ts';
import {
  agencyPartition,
  bookingKey,
  costPrefix,
  coursePartition,
  entryPartition,
  lineKey,
  linesOf,
  purposePartition,
  statePartition,
} from './keys.ts';
import {
  readBooking,
  readCost,
  readCourse,
  readEntry,
  readLineRow,
  readPurpose,
  toCostRow,
  toEntryRow,
  toLineRow,
} from './rows.ts';

interface Deps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Lines with their counters; beside each its bookings and its entries, which change with it in one transaction. */
export function createBudgetStore(deps: Deps): BudgetStore {
  const { dynamo, table } = deps;
  const find: BudgetStore['find'] = async (place) => {
    const row = await dynamo.get({ table, key: lineKey(place), consistent: true });
    return row && readLineRow(row);
  };
  return {
    find,
    list: async (agencyId, year) =>
      (
        await queryAll(deps, {
          ...{ partition: agencyPartition(agencyId), sort: { prefix: linesOf(year) }, consistent: true },
        })
      ).map(readLineRow),
    async create(line, entry) {
      const items: readonly TransactItem[] = [
        { kind: 'put', table, item: toLineRow(line), condition: absent },
        { kind: 'put', table, item: toEntryRow(entry), condition: absent },
      ];
      return (await dynamo.transactWrite(items)).outcome === 'done' ? 'saved' : 'exists';
    },
    async change({ before, after, entry }) {
      const item = changing(table, before, after);
      const told: TransactItem = { kind: 'put', table, item: toEntryRow(entry), condition: absent };
      if ((await dynamo.transactWrite([item, told])).outcome === 'done') return 'saved';
      return (await find(before))?.rev === before.rev ? 'too-low' : 'changed';
    },
    async findBooking(place, bookingId) {
      const row = await dynamo.get({ table, key: bookingKey(place, bookingId), consistent: true });
      return row && readBooking(row);
    },
    async book(step) {
      const result = await dynamo.transactWrite(bookingItems(step, table));
      if (result.outcome === 'done') return 'done';
      const [line, booking, entry] = result.reasons.map(({ code }) => code === 'ConditionalCheckFailed');
      // What changed in the booking itself is told first: room may only seem wanting because of it.
      return line && !booking && !entry ? 'no-room' : 'changed';
    },
    async listBookings(place, state, page) {
      const partition = statePartition(place, state);
      const { rows, next } = await pageOf(deps, { partition, index: 'gsi1' }, page);
      return { bookings: rows.map(readBooking), ...(next !== undefined && { next }) };
    },
    async listEntries(place, page) {
      const { rows, next } = await pageOf(deps, { partition: entryPartition(place) }, page);
      return { entries: rows.map(readEntry), ...(next !== undefined && { next }) };
    },
    courseCosts: async (agencyId, year) =>
      (await queryAll(deps, { partition: coursePartition(agencyId, String(year)), consistent: true })).map(
        readCourse,
      ),
    purposeCosts: async (agencyId, year) =>
      (await queryAll(deps, { partition: purposePartition(agencyId, String(year)), consistent: true }))
        .map(readPurpose)
        .filter(({ spent }) => spent > 0),
    unitCosts: async (agencyId) =>
      (
        await queryAll(deps, {
          ...{ partition: agencyPartition(agencyId), sort: { prefix: costPrefix }, consistent: true },
        })
      ).map(readCost),
    async addUnitCost(cost) {
      const { outcome } = await dynamo.put({ table, item: toCostRow(cost), condition: absent });
      return outcome === 'done' ? 'saved' : 'exists';
    },
  };
}

/** The newest first. */
async function pageOf(
  { dynamo, table }: Deps,
  list: { readonly partition: string; readonly index?: 'gsi1' },
  { limit, after }: PageOf,
) {
  const consistent = list.index === undefined;
  const query = { table, ...list, limit, descending: true, consistent, after };
  const { items: rows, ...next } = await queryPage(dynamo, query);
  return { rows, ...next };
}

/** Terms alone: what is bound meanwhile counts on. */
function changing(table: string, before: BudgetLine, after: BudgetLine): TransactItem {
  const { title, source, account, ceiling, state, updatedAt, rev } = after;
  const more = ceiling - before.ceiling;
  const kept = account === undefined ? ' REMOVE #account' : '';
  const set = account === undefined ? '' : ', #account = :account';
  return {
    ...{ kind: 'update', table, key: lineKey(after) },
    update: `SET title = :title, #source = :source, ceiling = :ceiling, #state = :state, updatedAt = :at, rev = :rev${set}${kept} ADD #room :more, moves :one`,
    names: { '#source': 'source', '#state': 'state', '#account': 'account', '#room': 'room' },
    values: {
      ...{ ':title': title, ':source': source, ':ceiling': ceiling, ':state': state, ':at': updatedAt },
      ...{ ':rev': rev, ':was': before.rev, ':more': more, ':one': 1 },
      ...(account !== undefined && { ':account': account }),
      ...(more < 0 && { ':less': -more }),
    },
    // As it was read: closes the race of two who change the terms · room for less: that of a lower ceiling with who binds.
    condition: more < 0 ? 'rev = :was AND #room >= :less' : 'rev = :was',
  };
}
