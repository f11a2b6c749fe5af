import type { PersonId } from '@sinau/kernel';
import {
  composeKey,
  type Dynamo,
  queryAll,
  queryPage,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { CountedPerson, GapsClosed, UnitTally } from '../counted.ts';
import type { CountStore } from '../ports.ts';
import {
  closedKey,
  closedPartition,
  closedPrefix,
  closingKey,
  closingPrefix,
  closingSort,
  closingsPartition,
  countedKey,
  personPartition,
  tallyKey,
  tallyPartition,
  unitPartition,
  walkKey,
} from './keys.ts';
import { closingRow, countedRow, walkRow } from './rows.ts';

/** Counters of those in no unit are kept in parts, so that many people can be counted at once. */
const sharedParts = 16;

const closedRow = z.object({ points: z.number(), changes: z.number() });
const tallyRow = z.object({ unitId: z.string() });

/** `table`: name of the LMS table. */
export function createCountStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): CountStore {
  return {
    async counted(personId) {
      const row = await dynamo.get({ table, key: countedKey(personId), consistent: true });
      return row ? countedRow.parse(row) : { rev: 0 };
    },
    async replace({ personId, rev, record, tallies, closed }) {
      const { outcome } = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table },
          item: { ...countedKey(personId), kind: 'competency-counted', rev: rev + 1, ...placed(record) },
          // As it was read: closes the race of two who count one person, and a fact that counts twice.
          condition: unchangedSince(rev),
        },
        ...tallies.map((tally) => counted(table, tally, personId)),
        ...(closed ? [closing(table, closed, personId), ...kept(table, closed, { personId, rev })] : []),
      ]);
      return outcome === 'done' ? 'stored' : 'conflict';
    },
    async counts(agencyId) {
      const partition = tallyPartition(agencyId);
      const sums = new Map<string, Record<string, number>>();
      for (const row of await queryAll({ dynamo, table }, { partition, consistent: true })) {
        const { unitId } = tallyRow.parse(row);
        const sum = sums.get(unitId) ?? {};
        for (const [name, count] of Object.entries(row)) {
          if (typeof count !== 'number') continue;
          sum[name] = (sum[name] ?? 0) + count;
        }
        sums.set(unitId, sum);
      }
      for (const sum of sums.values()) {
        for (const [name, count] of Object.entries(sum)) if (count === 0) delete sum[name];
      }
      return sums;
    },
    async closedIn(agencyId, year) {
      const query = { partition: closedPartition(agencyId), sort: { prefix: closedPrefix(year) } };
      const rows = (await queryAll({ dynamo, table }, { ...query, consistent: true })).map((row) =>
        closedRow.parse(row),
      );
      return {
        points: rows.reduce((sum, row) => sum + row.points, 0),
        changes: rows.reduce((sum, row) => sum + row.changes, 0),
      };
    },
    async closings({ agencyId, year }, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi1', partition: closingsPartition(agencyId, year), limit, descending: true },
        after,
      });
      return {
        closings: items.map((row) => closingRow.parse(row)),
        ...next,
      };
    },
    async closingsOf(personId) {
      const query = { partition: personPartition(personId), sort: { prefix: closingPrefix } };
      const rows = await queryAll({ dynamo, table }, { ...query, consistent: true });
      return rows.map((row) => closingRow.parse(row));
    },
    async list({ agencyId, unitId }, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi1', partition: unitPartition(agencyId, unitId), limit },
        after,
      });
      return {
        records: items.flatMap((row) => countedRow.parse(row).record ?? []),
        ...next,
      };
    },
    async findWalk(agencyId) {
      const row = await dynamo.get({ table, key: walkKey(agencyId), consistent: true });
      return row && walkRow.parse(row);
    },
    // Two who walk at once count the same people twice, which changes nothing; the later word stands.
    saveWalk: async (walk) => {
      await dynamo.put({ table, item: { ...walkKey(walk.agencyId), kind: 'competency-walk', ...walk } });
    },
  };
}

const placed = (record: CountedPerson | undefined) =>
  record && {
    ...{ record, gsi1pk: unitPartition(record.agencyId, record.unitId) },
    gsi1sk: composeKey(record.name.toLowerCase(), record.personId),
  };

/** Counters are the numbers among the attributes of the row. */
function counted(table: string, { agencyId, unitId, by }: UnitTally, personId: PersonId): TransactItem {
  const entries = Object.entries(by);
  return {
    ...{ kind: 'update', table, key: tallyKey(agencyId, unitId, unitId === '' ? partOf(personId) : 0) },
    update: `ADD ${entries.map((_, n) => `#n${n} :n${n}`).join(', ')} SET unitId = :unit, #kind = :kind`,
    names: { ...Object.fromEntries(entries.map(([name], n) => [`#n${n}`, name])), '#kind': 'kind' },
    values: {
      ...Object.fromEntries(entries.map(([, count], n) => [`:n${n}`, count])),
      ...{ ':unit': unitId, ':kind': 'competency-tally' },
    },
  };
}

/** In parts as well: many are assessed on one day. */
const closing = (
  table: string,
  { agencyId, year, points, changes }: GapsClosed,
  personId: PersonId,
): TransactItem => ({
  ...{ kind: 'update', table, key: closedKey(agencyId, year, partOf(personId)) },
  update: 'ADD points :points, changes :changes SET #kind = :kind',
  names: { '#kind': 'kind' },
  values: { ':points': points, ':changes': changes, ':kind': 'competency-closed' },
});

/** A standard asks for twenty-five competencies at most, so a change has room for all of them. The condition of the record holds for them too. */
const kept = (
  table: string,
  { agencyId, year, day, closings }: GapsClosed,
  { personId, rev }: { readonly personId: PersonId; readonly rev: number },
): readonly TransactItem[] =>
  closings.map((one) => ({
    ...{ kind: 'put', table },
    item: {
      ...{ ...closingKey(personId, rev, one.competencyId), kind: 'competency-closing' },
      ...{ ...one, personId, agencyId, day, gsi1pk: closingsPartition(agencyId, year) },
      gsi1sk: closingSort(day, personId, one.competencyId),
    },
  }));

const partOf = (personId: PersonId): number =>
  [...personId].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % sharedParts;
