import type { PersonId } from '@sinau/kernel';
import {
  type Dynamo,
  type Item,
  keyPrefix,
  queryAll,
  queryPage,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import { recordKey } from '../counted.ts';
import type { ComplianceStore, ListName } from '../ports.ts';
import type { Counts, Tally } from '../tally.ts';
import {
  headKey,
  listPartition,
  personPartition,
  recordRowKey,
  tallyKey,
  tallyPartition,
  walkKey,
} from './keys.ts';
import {
  countAttribute,
  readRecordRow,
  readRev,
  readTallyRow,
  readWalkRow,
  toRecordRow,
  toWalkRow,
} from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Counters that a whole agency shares are kept in parts, so that many people can be counted at once. */
const sharedParts = 16;

export function createComplianceStore(door: Door): ComplianceStore {
  const { dynamo, table } = door;
  return {
    async recordsOf(personId) {
      const rows = await rowsOf(door, personPartition(personId));
      const head = rows.find(({ sk }) => sk === headKey(personId).sk);
      return { rev: readRev(head), records: rows.filter((row) => row !== head).map(readRecordRow) };
    },
    async replace({ personId, rev, gone, come, tallies, at }) {
      const kept = new Set(come.map((record) => JSON.stringify(recordKey(record))));
      const lost = gone.filter((record) => !kept.has(JSON.stringify(recordKey(record))));
      const { outcome } = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table },
          item: { ...headKey(personId), kind: 'compliance-head', rev: rev + 1, changedAt: at },
          // As it was read: closes the race of two who count one person, and a fact that counts twice.
          condition: unchangedSince(rev),
        },
        ...lost.map((record) => ({ kind: 'delete', table, key: recordRowKey(record) }) as const),
        ...come.map((record) => ({ kind: 'put', table, item: toRecordRow(record) }) as const),
        ...tallies.map((tally) => counted(table, tally, { personId, at })),
      ]);
      return outcome === 'done' ? 'stored' : 'conflict';
    },
    async countsOf(scope) {
      const sums = new Map<string, Record<string, number>>();
      for (const row of await rowsOf(door, tallyPartition(scope))) {
        const { group, counts } = readTallyRow(row);
        const sum = sums.get(group) ?? {};
        for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
        sums.set(group, sum);
      }
      return new Map([...sums].map(([group, sum]) => [group, withoutZeros(sum)]));
    },
    async list(name, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: indexOf(name), partition: listPartition(name), limit },
        ...rangeOf(name),
        after,
      });
      return {
        records: items.map(readRecordRow),
        ...next,
      };
    },
    async findWalk(agencyId, year) {
      const row = await dynamo.get({ table, key: walkKey(agencyId, year), consistent: true });
      return row && readWalkRow(row);
    },
    // Two who walk at once count the same people twice, which changes nothing; the later word stands.
    saveWalk: async (walk) => {
      await dynamo.put({ table, item: toWalkRow(walk) });
    },
  };
}

function indexOf(name: ListName): 'gsi1' | 'gsi2' {
  if (name.kind === 'turned') return 'gsi2';
  return name.kind !== 'coverage' && name.unitId !== undefined ? 'gsi2' : 'gsi1';
}

function counted(
  table: string,
  { scope, group, by }: Tally,
  { personId, at }: { readonly personId: PersonId; readonly at: string },
): TransactItem {
  const entries = Object.entries(by);
  const isShared = scope.kind === 'duties' || group === '';
  return {
    ...{ kind: 'update', table, key: tallyKey(scope, group, isShared ? partOf(personId) : 0) },
    update: `ADD ${entries.map((_, n) => `#n${n} :n${n}`).join(', ')} SET #group = :group, changedAt = :at`,
    names: {
      ...Object.fromEntries(entries.map(([name], n) => [`#n${n}`, countAttribute(name)])),
      '#group': 'group',
    },
    values: {
      ...Object.fromEntries(entries.map(([, count], n) => [`:n${n}`, count])),
      ...{ ':group': group, ':at': at },
    },
  };
}

const partOf = (personId: PersonId): number =>
  [...personId].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % sharedParts;

function rangeOf(name: ListName) {
  if (name.kind === 'due') return { sort: { between: ['0', `${name.overBy}~`] } } as const;
  // A day sorts before every key that goes on with it.
  if (name.kind === 'turned') return { sort: { between: ['0', name.before] } } as const;
  if (name.kind === 'duties' && name.obligationId !== undefined) {
    return { sort: { prefix: keyPrefix(name.obligationId) } };
  }
  return {};
}

const withoutZeros = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

const rowsOf = (door: Door, partition: string): Promise<readonly Item[]> =>
  queryAll(door, { partition, consistent: true });
