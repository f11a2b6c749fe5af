import type { PersonId } from '@sinau/kernel';
import {
  absent,
  type Dynamo,
  type Key,
  queryAll,
  type TransactItem,
  type TransactResult,
  unchangedSince,
} from '@sinau/platform/dynamo';
import { type AnnualPlan, mostItems, type PlanPlace } from '../plan.ts';
import type { PlanItem } from '../plan-item.ts';
import type { PlanStore } from '../ports.ts';
import { itemKey, itemPrefix, itemsPartition, needKey, planKey, plansPartition } from './keys.ts';
import { itemRow, planRow } from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createPlanStore(door: Door): PlanStore {
  const { dynamo, table } = door;
  return {
    async list(agencyId) {
      const asked = { partition: plansPartition(agencyId), descending: true, consistent: true };
      return (await queryAll(door, asked)).map((row) => planRow.parse(row));
    },
    async find(place) {
      const row = await dynamo.get({ table, key: planKey(place), consistent: true });
      return row && planRow.parse(row);
    },
    async begin(plan, items, from) {
      await dynamo.batchWrite({ table, puts: [...items.map(toItemRow), ...needRows(items)] });
      const item = toPlanRow({ ...plan, rev: 1 });
      const written = await dynamo.transactWrite([
        // Not there yet: closes the race of two who begin the same version.
        { kind: 'put', table, item, condition: absent },
        // As it was read: closes the race with whoever takes back that it was set.
        ...(from ? [checkPlan(table, from)] : []),
      ]);
      if (written.outcome === 'done') return 'begun';
      const keysOf = ({ pk, sk }: Key): Key => ({ pk, sk });
      await dynamo.batchWrite({ table, deletes: [...items.map(toItemRow), ...needRows(items)].map(keysOf) });
      return 'conflict';
    },
    async remove(draft) {
      // As it was read: closes the race with whoever adds an item.
      const condition = unchangedSince(draft.rev);
      const written = await dynamo.delete({ table, key: planKey(draft), condition });
      return written.outcome === 'done' ? 'removed' : 'conflict';
    },
    async move(next, { other, absent: none } = {}) {
      const items: TransactItem[] = [next, ...(other ? [other] : [])].map((plan) => putPlan(table, plan));
      // Nobody has begun what would build on it: closes the race with whoever begins the next version.
      if (none) items.push({ kind: 'check', table, key: planKey(none), condition: absent });
      return (await dynamo.transactWrite(items)).outcome === 'done' ? 'moved' : 'conflict';
    },
    async items(lot) {
      const asked = { partition: itemsPartition(lot), sort: { prefix: itemPrefix }, consistent: true };
      return (await queryAll(door, asked)).map((row) => itemRow.parse(row));
    },
    async findItem(lot, itemId) {
      const row = await dynamo.get({ table, key: itemKey(lot, itemId), consistent: true });
      return row && itemRow.parse(row);
    },
    async saveItem(item) {
      const result = await dynamo.transactWrite([
        countItem(table, item, { more: item.rev === 0 ? 1 : 0, by: item.changedBy }),
        {
          ...{ kind: 'put', table, item: toItemRow({ ...item, rev: item.rev + 1 }) },
          // As it was read: closes the race of two who change one item.
          condition: unchangedSince(item.rev),
        },
        // No other item answers it: closes the race of two who take one signal into the plan.
        ...(item.rev === 0
          ? [{ kind: 'put', table, item: toNeedRow(item), condition: absent } as const]
          : []),
      ]);
      return result.outcome === 'done' ? 'saved' : refusalOf(result);
    },
    async removeItem(item, by) {
      const result = await dynamo.transactWrite([
        countItem(table, item, { more: -1, by }),
        {
          ...{ kind: 'delete', table, key: itemKey(item, item.itemId) },
          condition: unchangedSince(item.rev),
        },
        // Items from before there were such rows have none, which is no harm.
        { kind: 'delete', table, key: needKey(item, item.need.signalId) },
      ]);
      if (result.outcome === 'done') return 'removed';
      return refusalOf(result) === 'shut' ? 'shut' : 'conflict';
    },
  };
}

export const toPlanRow = ({ drafters, ...plan }: AnnualPlan) => ({
  ...{ ...planKey(plan), kind: 'annual-plan', ...plan },
  // A set, so that a change of an item adds whoever made it without reading; there are no empty ones.
  ...(drafters.length > 0 && { drafters: new Set<string>(drafters) }),
});
const toItemRow = (item: PlanItem) => ({ ...itemKey(item, item.itemId), kind: 'annual-plan-item', ...item });

const toNeedRow = (item: PlanItem) => {
  const { agencyId, year, version, lot, itemId } = item;
  const { signalId } = item.need;
  const key = needKey(item, signalId);
  return { ...key, kind: 'annual-plan-need', ...{ agencyId, year, version, lot, signalId, itemId } };
};

/** One a signal: of plans from before that was seen to, two items may answer the same. */
const needRows = (items: readonly PlanItem[]) => [
  ...new Map(items.map((item) => [item.need.signalId, toNeedRow(item)])).values(),
];

const putPlan = (table: string, plan: AnnualPlan): TransactItem => ({
  ...{ kind: 'put', table, item: toPlanRow({ ...plan, rev: plan.rev + 1 }) },
  // As it was read, items too: closes the race with whoever changes an item or takes another step.
  condition: unchangedSince(plan.rev),
});

const checkPlan = (table: string, plan: AnnualPlan): TransactItem => ({
  ...{ kind: 'check', table, key: planKey(plan), condition: unchangedSince(plan.rev) },
});

/** The plan counts its items and each change of one, and keeps who made it. */
const countItem = (
  table: string,
  place: PlanPlace,
  { more, by }: { readonly more: -1 | 0 | 1; readonly by: PersonId },
): TransactItem => ({
  ...{ kind: 'update', table, key: planKey(place) },
  update: 'ADD #items :more, #rev :one, #drafters :by',
  names: { '#items': 'items', '#rev': 'rev', '#state': 'state', '#drafters': 'drafters' },
  values: {
    ...{ ':more': more, ':one': 1, ':draft': 'draft', ':by': new Set<string>([by]) },
    ...(more === 1 && { ':most': mostItems }),
  },
  // A draft still, with room: closes the race with whoever proposes it, and that of two who add the last one.
  condition: `#state = :draft${more === 1 ? ' AND #items < :most' : ''}`,
});

function refusalOf(
  result: Extract<TransactResult, { outcome: 'cancelled' }>,
): 'conflict' | 'shut' | 'full' | 'taken' {
  const [plan, item, need] = result.reasons;
  if (plan?.code !== 'ConditionalCheckFailed') {
    const isTaken = need?.code === 'ConditionalCheckFailed' && item?.code !== 'ConditionalCheckFailed';
    return isTaken ? 'taken' : 'conflict';
  }
  return plan.item?.state === 'draft' ? 'full' : 'shut';
}
