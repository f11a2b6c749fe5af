import { type Dynamo, type Item, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import type { QuotaStore } from '../ports.ts';
import type { Quota } from '../quota.ts';
import {
  balancePartition,
  changePrefix,
  enrolmentKey,
  linePartition,
  poolSeatPartition,
  poolSeatPrefix,
  quotaKey,
  quotaPartition,
  quotaPrefix,
} from './keys.ts';
import {
  fittedOf,
  generalCount,
  readBalance,
  readChange,
  readLine,
  readQuota,
  takenOf,
  toChangeRow,
  toQuotaRow,
} from './quota-rows.ts';
import { readEnrolment, readSeat } from './rows.ts';

const mostQuotas = 1_000;
/** Quotas with their counters, which the enrolment store counts in, and the lines of costs that it writes. */
export function createQuotaStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): QuotaStore {
  async function all(query: { readonly partition: string; readonly sort?: { readonly prefix: string } }) {
    const rows: Item[] = [];
    let last: Readonly<Record<string, unknown>> | undefined;
    do {
      const page = await dynamo.query({
        ...{ table, consistent: true, ...query },
        ...(last && { startAfter: last }),
      });
      rows.push(...page.items);
      last = page.last;
    } while (last && rows.length < mostQuotas);
    return rows.slice(0, mostQuotas);
  }
  return {
    async save(change) {
      const items = [saving(table, change.before, change.after), audit(table, toChangeRow(change))];
      return (await dynamo.transactWrite(items)).outcome === 'done' ? 'saved' : 'changed';
    },
    async find(agencyId, quotaId) {
      const row = await dynamo.get({ table, key: quotaKey(agencyId, quotaId), consistent: true });
      return row && readQuota(row);
    },
    list: async (agencyId) =>
      (await all({ partition: quotaPartition(agencyId), sort: { prefix: quotaPrefix } })).map(readQuota),
    async listChanges(agencyId, limit) {
      const sort = { prefix: changePrefix };
      const partition = quotaPartition(agencyId);
      const { items } = await dynamo.query({ table, partition, sort, limit, descending: true });
      return items.map(readChange);
    },
    async listPoolSeats(pool, page) {
      const list = { table, partition: poolSeatPartition(pool), sort: { prefix: poolSeatPrefix } };
      const { items, ...next } = await queryPage(dynamo, { ...list, consistent: true, ...page });
      const keys = items.map((row) => enrolmentKey(readSeat(row).registration));
      const rows = (await dynamo.batchGet({ table, keys, consistent: true })).map(readEnrolment);
      return { enrolments: rows.toSorted((a, b) => (a.enrolledAt < b.enrolledAt ? -1 : 1)), ...next };
    },
    balances: async (agencyId, year) =>
      (await all({ partition: balancePartition(agencyId, year) })).map(readBalance),
    async listLines(agencyId, year, { limit, after }) {
      const partition = linePartition(agencyId, year);
      const { items, ...next } = await queryPage(dynamo, {
        table,
        partition,
        limit,
        consistent: true,
        after,
      });
      return { lines: items.map(readLine), ...next };
    },
  };
}

const audit = (table: string, item: Item): TransactItem => ({
  ...{ kind: 'put', table, item },
  condition: { expression: 'attribute_not_exists(pk)' },
});

/** Terms alone: who enrols meanwhile counts on. */
function saving(table: string, before: Quota | undefined, after: Quota): TransactItem {
  if (!before) return audit(table, toQuotaRow(after));
  const { agencyId, quotaId, to, seats, payer, whenFull, setBy, updatedAt, rev } = after;
  const terms = { to, seats, payer, whenFull, setBy, updatedAt, rev };
  const { price, contract, budgetLine, releaseAfterDays, noShowDays, pools } = after;
  const optional = Object.entries({ price, contract, budgetLine, releaseAfterDays, noShowDays, pools });
  const set = [...Object.entries(terms), ...optional.filter(([, value]) => value !== undefined)];
  const gone = optional.filter(([, value]) => value === undefined).map(([name]) => name);
  const counters = poolCounters(before, after);
  const names = [...set.map(([name]) => name), ...gone];
  const sets = [...set.map(([name]) => `#${name} = :${name}`), ...counters.sets];
  const removes = [...gone.map((name) => `#${name}`), ...counters.removes];
  return {
    kind: 'update',
    table,
    key: quotaKey(agencyId, quotaId),
    update: `SET ${sets.join(', ')}${removes.length === 0 ? '' : ` REMOVE ${removes.join(', ')}`}`,
    names: { ...Object.fromEntries(names.map((name) => [`#${name}`, name])), ...counters.names },
    values: {
      ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      ...{ ':was': before.rev, ...counters.values },
    },
    // As it was read: closes the race of two who change the same terms.
    condition: ['#rev = :was', ...counters.conditions].join(' AND '),
  };
}

/** Counters of pools that come and go; none becomes smaller than what is taken of it. */
function poolCounters({ pools: were = [] }: Quota, { pools: are = [] }: Quota) {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const [sets, removes, conditions]: [string[], string[], string[]] = [[], [], []];
  if (were.length === 0 && are.length > 0) {
    // All that was taken so far was for everybody.
    Object.assign(names, { '#general': generalCount, '#used': 'used' });
    sets.push('#general = #used');
  }
  for (const [n, { poolId }] of [
    ...new Map([...were, ...are].map((one) => [one.poolId, one])).values(),
  ].entries()) {
    const [is, was] = [are, were].map((all) => all.find((one) => one.poolId === poolId));
    Object.assign(names, { [`#t${n}`]: takenOf(poolId), [`#w${n}`]: fittedOf(poolId) });
    if (!was) {
      sets.push(`#t${n} = :nil`, `#w${n} = :nil`);
      values[':nil'] = 0;
      continue;
    }
    // Closes the race with whoever takes a seat of it.
    conditions.push(`#t${n} <= :t${n}`);
    values[`:t${n}`] = is?.seats ?? 0;
    if (is) delete names[`#w${n}`];
    else removes.push(`#t${n}`, `#w${n}`);
  }
  return { names, values, sets, removes, conditions };
}
