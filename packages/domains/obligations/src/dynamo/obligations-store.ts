import type { Dynamo, Item, TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Duty, type DutyGroup, dutyGroups, groupOf } from '../duty/duty.ts';
import type { DutyCounts, DutyStore, ObligationStore, ObligationsStore, SpreadStore } from '../ports.ts';
import {
  agencyPartition,
  countKey,
  countPrefix,
  dutyKey,
  dutyPrefix,
  groupPrefix,
  listPartition,
  obligationKey,
  personPartition,
  progressPartition,
  spreadKey,
  spreadsPartition,
} from './keys.ts';
import { readObligation, readSpread, toObligationRow, toSpreadRow } from './obligation-rows.ts';
import { readDuty, toDutyRow } from './rows.ts';

export interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Absent: closes the race of two who make the same row. */
const absent = { expression: 'attribute_not_exists(pk)' };

/** As it was read: closes the race of two workers, of two facts, and of a fact and a worker. */
const unchanged = (rev: number) =>
  rev === 0 ? absent : { expression: 'rev = :rev', values: { ':rev': rev } };

export function createObligationsStore(door: Door): ObligationsStore {
  return { ...obligationsOf(door), ...dutiesOf(door), ...spreadsOf(door) };
}

function obligationsOf(door: Door): ObligationStore {
  const { dynamo, table } = door;
  return {
    async create(obligation) {
      const result = await dynamo.put({ table, item: toObligationRow(obligation), condition: absent });
      return result.outcome === 'done' ? 'created' : 'exists';
    },
    async find(agencyId, obligationId) {
      const row = await dynamo.get({ table, key: obligationKey(agencyId, obligationId), consistent: true });
      return row && readObligation(row);
    },
    async save(obligation) {
      const item = toObligationRow({ ...obligation, rev: obligation.rev + 1 });
      const result = await dynamo.put({ table, item, condition: unchanged(obligation.rev) });
      return result.outcome === 'done' ? 'saved' : 'changed';
    },
    listOf: async (agencyId) => (await rowsOf(door, agencyPartition(agencyId))).map(readObligation),
  };
}

const lastRow = z.record(z.string(), z.string());

function dutiesOf(door: Door): DutyStore {
  const { dynamo, table } = door;
  return {
    async findDuty(place) {
      const row = await dynamo.get({ table, key: dutyKey(place), consistent: true });
      return row && readDuty(row);
    },
    dutiesOf: async (personId) => (await rowsOf(door, personPartition(personId), dutyPrefix)).map(readDuty),
    async write({ before, after }) {
      const rev = before?.rev ?? 0;
      const item = toDutyRow({ ...after, rev: rev + 1 });
      const condition = unchanged(rev);
      const counting = countingOf(table, before, after);
      const result = counting
        ? await dynamo.transactWrite([{ kind: 'put', table, item, condition }, counting])
        : await dynamo.put({ table, item, condition });
      return result.outcome === 'done' ? 'written' : 'changed';
    },
    countsOf: async (obligationId) =>
      sumsOf(await rowsOf(door, progressPartition(obligationId), countPrefix)),
    async listGroup({ obligationId, group }, { limit, after }) {
      const { items, last } = await dynamo.query({
        ...{ table, index: 'gsi1', partition: listPartition(obligationId), limit },
        sort: { prefix: groupPrefix(group) },
        ...(after !== undefined && { startAfter: lastRow.parse(JSON.parse(after)) }),
      });
      return { duties: items.map(readDuty), ...(last && { next: JSON.stringify(last) }) };
    },
  };
}

/** Takes the duty out of the list where it was counted and puts it into the one where it is now. */
function countingOf(table: string, before: Duty | undefined, after: Duty): TransactItem | undefined {
  const [from, to] = [before && groupOf(before), groupOf(after)];
  if (from === to) return undefined;
  return {
    ...{ kind: 'update', table, key: countKey(after) },
    update: from === undefined ? 'ADD #to :one' : 'ADD #to :one, #from :less',
    names: { '#to': to, ...(from !== undefined && { '#from': from }) },
    values: { ':one': 1, ...(from !== undefined && { ':less': -1 }) },
  };
}

function sumsOf(rows: readonly Item[]): DutyCounts {
  const counts: Record<string, Partial<Record<DutyGroup, number>>> = {};
  for (const row of rows) {
    const period = row.sk.split('#')[1] ?? '';
    const sums = counts[period] ?? {};
    for (const group of dutyGroups) {
      const sum = (sums[group] ?? 0) + z.number().catch(0).parse(row[group]);
      if (sum > 0) sums[group] = sum;
    }
    counts[period] = sums;
  }
  return counts;
}

function spreadsOf({ dynamo, table }: Door): SpreadStore {
  return {
    async findSpread(obligationId) {
      const row = await dynamo.get({ table, key: spreadKey(obligationId), consistent: true });
      return row && readSpread(row);
    },
    async saveSpread(spread) {
      const next = { ...spread, rev: spread.rev + 1 };
      const item = toSpreadRow(next);
      const result = await dynamo.put({ table, item, condition: unchanged(spread.rev) });
      return result.outcome === 'done' ? { outcome: 'saved', spread: next } : { outcome: 'changed' };
    },
    async listDueSpreads(until, limit) {
      const sort = { between: ['0', `${until}~`] } as const;
      const query = { table, index: 'gsi1', partition: spreadsPartition, sort, limit } as const;
      return (await dynamo.query(query)).items.map(readSpread);
    },
  };
}

/** Dozens of rows, or some hundreds of one who has been there for long. */
async function rowsOf({ dynamo, table }: Door, partition: string, prefix?: string): Promise<readonly Item[]> {
  const rows: Item[] = [];
  let startAfter: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({
      ...{ table, partition, consistent: true },
      ...(prefix !== undefined && { sort: { prefix } }),
      ...(startAfter && { startAfter }),
    });
    rows.push(...page.items);
    startAfter = page.last;
  } while (startAfter);
  return rows;
}
