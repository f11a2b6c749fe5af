import { type Condition, type Dynamo, type Item, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Duty, type DutyGroup, dutyStates, isOpen } from '../duty/duty.ts';
import type { DutyCounts, DutyStore, ObligationStore, ObligationsStore, SpreadStore } from '../ports.ts';
import type { Spread } from '../spread/spread.ts';
import { exceptionsOf } from './exceptions-store.ts';
import {
  agencyPartition,
  countKey,
  countPrefix,
  dutyKey,
  dutyPrefix,
  listPartition,
  obligationKey,
  personPartition,
  progressPartition,
  spreadKey,
  spreadsPartition,
  statePrefix,
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
  return { ...obligationsOf(door), ...dutiesOf(door), ...spreadsOf(door), ...exceptionsOf(door) };
}

function obligationsOf(door: Door): ObligationStore {
  const { dynamo, table } = door;
  return {
    async create(obligation, spread) {
      const outcome = await putBoth(door, { item: toObligationRow(obligation), condition: absent }, spread);
      if (outcome === 'done') return 'created';
      return outcome === 'refused' ? 'exists' : outcome;
    },
    async find(agencyId, obligationId) {
      const row = await dynamo.get({ table, key: obligationKey(agencyId, obligationId), consistent: true });
      return row && readObligation(row);
    },
    async save(obligation, spread) {
      const item = toObligationRow({ ...obligation, rev: obligation.rev + 1 });
      const outcome = await putBoth(door, { item, condition: unchanged(obligation.rev) }, spread);
      if (outcome === 'done') return 'saved';
      return outcome === 'refused' ? 'changed' : outcome;
    },
    listOf: async (agencyId) => (await rowsOf(door, agencyPartition(agencyId))).map(readObligation),
  };
}

/** An obligation without the spread that carries it to people would stand for nobody. */
async function putBoth(
  { dynamo, table }: Door,
  row: { readonly item: Item; readonly condition: Condition },
  spread: Spread | undefined,
): Promise<'done' | 'refused' | 'spread-changed'> {
  if (!spread) return (await dynamo.put({ table, ...row })).outcome === 'done' ? 'done' : 'refused';
  const item = toSpreadRow({ ...spread, rev: spread.rev + 1 });
  const result = await dynamo.transactWrite([
    { kind: 'put', table, ...row },
    { kind: 'put', table, item, condition: unchanged(spread.rev) },
  ]);
  if (result.outcome === 'done') return 'done';
  return result.reasons[0]?.code === 'ConditionalCheckFailed' ? 'refused' : 'spread-changed';
}

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
    countsOf: async (obligationId, now) =>
      sumsOf(await rowsOf(door, progressPartition(obligationId), countPrefix), now),
    async listState({ obligationId, state, overBy }, { limit, after }) {
      const prefix = statePrefix(state);
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi1', partition: listPartition(obligationId), limit },
        sort: overBy === undefined ? { prefix } : { between: [prefix, `${prefix}${overBy}~`] },
        after,
      });
      return { duties: items.map(readDuty), ...next };
    },
  };
}

/** Counters in which a duty is: its state, and while it is open the moment at which it is overdue. */
const countersOf = (duty: Duty | undefined): readonly string[] =>
  duty ? [duty.state, ...(isOpen(duty) ? [`${overMark}${duty.overAt}`] : [])] : [];
const overMark = 'over ';

/** Takes the duty out of the counters in which it was and puts it into those in which it is now. */
function countingOf(table: string, before: Duty | undefined, after: Duty): TransactItem | undefined {
  const [from, to] = [countersOf(before), countersOf(after)];
  const changes = [
    ...to.filter((name) => !from.includes(name)).map((name) => [name, 1] as const),
    ...from.filter((name) => !to.includes(name)).map((name) => [name, -1] as const),
  ];
  if (changes.length === 0) return undefined;
  return {
    ...{ kind: 'update', table, key: countKey(after) },
    update: `ADD ${changes.map((_, n) => `#n${n} :n${n}`).join(', ')}`,
    names: Object.fromEntries(changes.map(([name], n) => [`#n${n}`, name])),
    values: Object.fromEntries(changes.map(([, by], n) => [`:n${n}`, by])),
  };
}

function sumsOf(rows: readonly Item[], now: string): DutyCounts {
  const counts: Record<string, Partial<Record<DutyGroup, number>>> = {};
  const isOver = (name: string) => name.startsWith(overMark) && name.slice(overMark.length) <= now;
  for (const row of rows) {
    const period = row.sk.split('#')[1] ?? '';
    const sums = counts[period] ?? {};
    const add = (group: DutyGroup, name: string) => {
      const sum = (sums[group] ?? 0) + z.number().catch(0).parse(row[name]);
      if (sum > 0) sums[group] = sum;
    };
    for (const state of dutyStates) add(state, state);
    for (const name of Object.keys(row).filter(isOver)) add('overdue', name);
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
