import { type Dynamo, type Item, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import type { QuotaStore } from '../ports.ts';
import type { Quota } from '../quota.ts';
import {
  balancePartition,
  changePrefix,
  linePartition,
  quotaKey,
  quotaPartition,
  quotaPrefix,
} from './keys.ts';
import { readBalance, readChange, readLine, readQuota, toChangeRow, toQuotaRow } from './quota-rows.ts';

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
  const {
    agencyId,
    quotaId,
    to,
    seats,
    price,
    payer,
    whenFull,
    contract,
    budgetLine,
    releaseAfterDays,
    setBy,
    updatedAt,
    rev,
  } = after;
  const optional = {
    '#price': price,
    '#contract': contract,
    '#line': budgetLine,
    '#release': releaseAfterDays,
  };
  const set = Object.entries(optional).filter(([, value]) => value !== undefined);
  const gone = Object.entries(optional).filter(([, value]) => value === undefined);
  const sets = set.map(([name]) => `, ${name} = ${name.replace('#', ':')}`).join('');
  const removes = gone.length === 0 ? '' : ` REMOVE ${gone.map(([name]) => name).join(', ')}`;
  return {
    kind: 'update',
    table,
    key: quotaKey(agencyId, quotaId),
    update: `SET #to = :to, #seats = :seats, #payer = :payer, #when = :when, #setBy = :setBy, #at = :at, #rev = :rev${sets}${removes}`,
    names: {
      ...{ '#to': 'to', '#seats': 'seats', '#payer': 'payer', '#when': 'whenFull', '#setBy': 'setBy' },
      ...{
        '#at': 'updatedAt',
        '#rev': 'rev',
        '#price': 'price',
        '#contract': 'contract',
        '#line': 'budgetLine',
        '#release': 'releaseAfterDays',
      },
    },
    values: {
      ...{ ':to': to, ':seats': seats, ':payer': payer, ':when': whenFull, ':setBy': setBy },
      ...{ ':at': updatedAt, ':rev': rev, ':was': before.rev },
      ...Object.fromEntries(set.map(([name, value]) => [name.replace('#', ':'), value])),
    },
    // As it was read: closes the race of two who change the same terms.
    condition: '#rev = :was',
  };
}
