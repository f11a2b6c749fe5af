import type { AgencyId, PersonId } from '@sinau/kernel';
import {
  absent,
  composeKey,
  type Dynamo,
  type Item,
  type Key,
  queryAll,
  queryPage,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { PriorityStock, PriorityStore } from '../priority/ports.ts';
import {
  grounds,
  type PrioritySeat,
  type PrioritySeatId,
  type PriorityState,
  priorityStates,
} from '../priority/priority-seat.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string();
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('course'), registration: text }),
  z.object({ kind: z.literal('event'), eventId: text }),
  z.object({ kind: z.literal('cohort'), cohortId: text }),
]);
const seatRow = z.object({
  ...{ personId: id<PersonId>(), seatId: id<PrioritySeatId>(), agencyId: id<AgencyId>(), year: z.number() },
  ...{ ground: z.enum(grounds), minutes: z.object({ number: text, on: text }), validUntil: text },
  ...{ state: z.enum(priorityStates), target: target.exactOptional(), createdAt: text },
  steps: z.array(
    z.object({
      ...{ to: z.enum(priorityStates), at: text, reason: text.exactOptional() },
      by: z.object({ id: id<PersonId>(), name: text }).exactOptional(),
      target: target.exactOptional(),
    }),
  ),
  rev: z.number(),
});
const stockRow = z.object({ stock: z.number().exactOptional() }).catchall(z.unknown());

const kind = 'priority-seat';
export const isPriorityRow = (row: Item): boolean => row.kind === kind;
export const readPriorityRow = (row: Item): PrioritySeat => seatRow.parse(row);

const personPartition = (personId: string): string => composeKey('PRIORITY', personId);
const seatKey = ({ personId, seatId }: Pick<PrioritySeat, 'personId' | 'seatId'>): Key => ({
  ...{ pk: personPartition(personId), sk: composeKey('SEAT', seatId) },
});
const stockKey = (agencyId: string, year: number): Key => ({
  ...{ pk: composeKey('PRIORITY-STOCK', agencyId), sk: composeKey('YEAR', String(year)) },
});
/** gsi1: of an agency and year, by when they were given. */
const agencyPartition = (agencyId: string, year: number): string =>
  composeKey('PRIORITY-OF', agencyId, String(year));

const toRow = (seat: PrioritySeat): Item => ({
  ...{ ...seatKey(seat), kind, ...seat, gsi1pk: agencyPartition(seat.agencyId, seat.year) },
  gsi1sk: composeKey(seat.createdAt, seat.seatId),
});

/** What is of the stock: everything but what was taken back. */
const countedIn = (state: PriorityState): number => Number(state !== 'taken-back');

export function createPriorityStore(door: Door): PriorityStore {
  const { dynamo, table } = door;
  const stepItems = (before: PrioritySeat, after: PrioritySeat): readonly TransactItem[] => [
    {
      ...{ kind: 'put', table, item: toRow({ ...after, rev: before.rev + 1 }) },
      // As it was read: a right is used once, however many ask at once.
      condition: unchangedSince(before.rev),
    },
    ...countItems(door, before, after),
  ];
  return {
    async find(place) {
      const row = await dynamo.get({ table, key: seatKey(place), consistent: true });
      return row && readPriorityRow(row);
    },
    ofPerson: async (personId) => (await rowsOf(door, personId)).map(readPriorityRow),
    async grant(seat) {
      const { outcome } = await dynamo.transactWrite([
        { kind: 'put', table, item: toRow({ ...seat, rev: 1 }), condition: absent },
        {
          ...{ kind: 'update', table, key: stockKey(seat.agencyId, seat.year) },
          update: 'ADD #issued :one, #granted :one',
          names: { '#issued': 'issued', '#granted': 'granted', '#stock': 'stock' },
          values: { ':one': 1, ':zero': 0 },
          condition:
            'attribute_not_exists(#stock) OR (attribute_exists(#issued) AND #issued < #stock) OR (attribute_not_exists(#issued) AND #stock > :zero)',
        },
      ]);
      return outcome === 'done' ? 'granted' : 'used-up';
    },
    async step(before, after) {
      const { outcome } = await dynamo.transactWrite(stepItems(before, after));
      return outcome === 'done' ? 'done' : 'changed';
    },
    companion: (before, after) => ({ writes: stepItems(before, after) }),
    async stockOf(agencyId, year) {
      const row = await dynamo.get({ table, key: stockKey(agencyId, year), consistent: true });
      return row ? stockIn(row) : { counts: {} };
    },
    async setStock(agencyId, year, stock) {
      const names = { '#stock': 'stock' };
      const key = stockKey(agencyId, year);
      if (stock === undefined) {
        await dynamo.update({ table, key, update: 'REMOVE #stock', names });
        return 'set';
      }
      const { outcome } = await dynamo.update({
        ...{ table, key, update: 'SET #stock = :stock', values: { ':stock': stock } },
        names: { ...names, '#issued': 'issued' },
        condition: 'attribute_not_exists(#issued) OR #issued <= :stock',
      });
      return outcome === 'done' ? 'set' : 'too-small';
    },
    async ofAgency({ agencyId, year }, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi1', partition: agencyPartition(agencyId, year) },
        ...{ limit, after, descending: true },
      });
      return { seats: items.map(readPriorityRow), ...next };
    },
    async forget(personId) {
      const rows = await rowsOf(door, personId);
      await dynamo.batchWrite({ table, deletes: rows.map(({ pk, sk }) => ({ pk, sk })) });
      return rows.length;
    },
  };
}

const rowsOf = (door: Door, personId: string) =>
  queryAll(door, { partition: personPartition(personId), consistent: true });

function stockIn(row: Item): PriorityStock {
  const { stock } = stockRow.parse(row);
  const counts = priorityStates.flatMap((state) => {
    const count = row[state];
    return typeof count === 'number' && count !== 0 ? [[state, count]] : [];
  });
  return { counts: Object.fromEntries(counts), ...(stock !== undefined && { stock }) };
}

function countItems({ table }: Door, before: PrioritySeat, after: PrioritySeat): readonly TransactItem[] {
  if (before.state === after.state) return [];
  const issued = countedIn(after.state) - countedIn(before.state);
  return [
    {
      ...{ kind: 'update', table, key: stockKey(after.agencyId, after.year) },
      update: `ADD #was :minus, #is :plus${issued === 0 ? '' : ', #issued :issued'}`,
      names: { '#was': before.state, '#is': after.state, ...(issued !== 0 && { '#issued': 'issued' }) },
      values: { ':minus': -1, ':plus': 1, ...(issued !== 0 && { ':issued': issued }) },
    },
  ];
}
