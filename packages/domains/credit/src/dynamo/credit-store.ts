import { type Dynamo, type Item, queryPage } from '@sinau/platform/dynamo';
import type { Hold } from '../ledger/hold.ts';
import type { CreditStore, HoldStore, LedgerStore, RuleStore, YearStore } from '../ports.ts';
import {
  entryKey,
  entryPrefix,
  heldPartition,
  holdKey,
  holdPrefix,
  personPartition,
  ruleKey,
  rulePartition,
  yearKey,
  yearPrefix,
} from './keys.ts';
import { refreshesOf, toWorkRow } from './refreshes.ts';
import { readEntry, readHoldRow, readYearItem, toEntryRow, toHoldRow, toYearItem } from './rows.ts';
import { readRules, scopeName } from './rule-rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Absent: closes the race of two who append the same line, take the same hold, or add the same rule. */
const absent = { expression: 'attribute_not_exists(pk)' };

/** As it was read: closes the race of two reviewers, of a reviewer and the learner, and of two who make one sum. */
const unchanged = (rev: number) =>
  rev === 0 ? absent : { expression: 'rev = :rev', values: { ':rev': rev } };

/** Lines, holds and sums of a person lie in one partition. */
export function createCreditStore(door: Door): CreditStore {
  return { ...ledgerOf(door), ...holdsOf(door), ...yearsOf(door), ...rulesOf(door), ...refreshesOf(door) };
}

function ledgerOf(door: Door): LedgerStore {
  const { dynamo, table } = door;
  const nextOf = (hold: Hold) => toHoldRow({ ...hold, rev: hold.rev + 1 });
  return {
    entriesOf: async (personId) =>
      (await rowsOf(door, personPartition(personId), entryPrefix)).map(readEntry),
    async findEntry(personId, entryId) {
      const row = await dynamo.get({ table, key: entryKey(personId, entryId), consistent: true });
      return row && readEntry(row);
    },
    async append(entry) {
      const result = await dynamo.put({ table, item: toEntryRow(entry), condition: absent });
      return result.outcome === 'done' ? 'appended' : 'exists';
    },
    async hold(entry, hold) {
      const result = await dynamo.transactWrite([
        { kind: 'put', table, item: toEntryRow(entry), condition: absent },
        { kind: 'put', table, item: nextOf(hold), condition: unchanged(hold.rev) },
      ]);
      return result.outcome === 'done' ? 'appended' : 'exists';
    },
    async decide(entry, hold) {
      const result = await dynamo.transactWrite([
        { kind: 'put', table, item: toEntryRow(entry), condition: absent },
        { kind: 'put', table, item: nextOf(hold), condition: unchanged(hold.rev) },
      ]);
      return result.outcome === 'done' ? 'decided' : 'conflict';
    },
  };
}

function holdsOf(door: Door): HoldStore {
  const { dynamo, table } = door;
  return {
    async findHold(personId, about) {
      const row = await dynamo.get({ table, key: holdKey(personId, about), consistent: true });
      return row && readHoldRow(row);
    },
    holdsOf: async (personId) => (await rowsOf(door, personPartition(personId), holdPrefix)).map(readHoldRow),
    async changeHold(next) {
      const item = toHoldRow({ ...next, rev: next.rev + 1 });
      const result = await dynamo.put({ table, item, condition: unchanged(next.rev) });
      return result.outcome === 'done' ? 'changed' : 'conflict';
    },
    async listOpen(agencyId, { limit, after }) {
      const partition = heldPartition(agencyId);
      const { items, ...next } = await queryPage(dynamo, { table, index: 'gsi1', partition, limit, after });
      return { holds: items.map(readHoldRow), ...next };
    },
  };
}

function yearsOf(door: Door): YearStore {
  const { dynamo, table } = door;
  return {
    async findYear(personId, year) {
      const row = await dynamo.get({ table, key: yearKey(personId, year), consistent: true });
      return row && readYearItem(row);
    },
    yearsOf: async (personId) =>
      (await rowsOf(door, personPartition(personId), yearPrefix)).map(readYearItem),
    async saveYear(next) {
      const item = toYearItem({ ...next, rev: next.rev + 1 });
      const result = await dynamo.put({ table, item, condition: unchanged(next.rev) });
      return result.outcome === 'done' ? 'saved' : 'conflict';
    },
  };
}

function rulesOf(door: Door): RuleStore {
  const { dynamo, table } = door;
  return {
    async rulesOf(agencyIds) {
      const scopes = ['national', ...agencyIds.map((agencyId) => `agency ${agencyId}`)];
      const rows = await Promise.all(scopes.map((scope) => rowsOf(door, rulePartition(scope))));
      return readRules(rows.flat());
    },
    async addRule(rule) {
      const item = { ...ruleKey(scopeName(rule), rule.ruleId), kind: 'credit-rule', rule };
      const { ruleId: workId, scope } = rule;
      const work = toWorkRow({ workId, ...(scope.kind === 'agency' && { agencyId: scope.agencyId }) });
      const result = await dynamo.transactWrite([
        { kind: 'put', table, item, condition: absent },
        { kind: 'put', table, item: work },
      ]);
      return result.outcome === 'done' ? 'added' : 'exists';
    },
  };
}

/** A person has some dozens of lines a year. */
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
