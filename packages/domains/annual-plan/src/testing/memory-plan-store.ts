import type { PersonId } from '@sinau/kernel';
import { type AnnualPlan, type Lot, mostItems, type PlanPlace } from '../plan.ts';
import type { PlanItem } from '../plan-item.ts';
import type { PlanStore } from '../ports.ts';

const at = ({ agencyId, year, version }: PlanPlace): string => JSON.stringify([agencyId, year, version]);
const inLot = (lot: Lot): string => JSON.stringify([at(lot), lot.lot]);
const itemAt = (lot: Lot, itemId: string): string => JSON.stringify([inLot(lot), itemId]);

/** Plans without a table. */
export function memoryPlanStore(): PlanStore {
  const plans = new Map<string, AnnualPlan>();
  const items = new Map<string, PlanItem>();
  /** Which item of a lot answers a signal. */
  const needs = new Map<string, string>();
  const needAt = (item: PlanItem): string => JSON.stringify([inLot(item), item.need.signalId]);
  const isAsRead = (plan: AnnualPlan) => plans.get(at(plan))?.rev === plan.rev;
  const keep = (plan: AnnualPlan) => plans.set(at(plan), { ...plan, rev: plan.rev + 1 });
  /** Counts a change of an item, or says why not. */
  function count(item: PlanItem, more: -1 | 0 | 1, by: PersonId): 'shut' | 'full' | undefined {
    const plan = plans.get(at(item));
    if (plan?.state !== 'draft') return 'shut';
    if (more === 1 && plan.items >= mostItems) return 'full';
    const drafters = [...new Set([...plan.drafters, by])].toSorted();
    keep({ ...plan, items: plan.items + more, drafters });
    return undefined;
  }
  const isItemAsRead = (item: PlanItem) => (items.get(itemAt(item, item.itemId))?.rev ?? 0) === item.rev;
  return {
    list: async (agencyId) =>
      [...plans.values()]
        .filter((plan) => plan.agencyId === agencyId)
        .toSorted((a, b) => b.year - a.year || b.version - a.version),
    find: async (place) => plans.get(at(place)),
    async begin(plan, copies, from) {
      if (plans.has(at(plan)) || (from && !isAsRead(from))) return 'conflict';
      for (const item of copies) {
        items.set(itemAt(item, item.itemId), item);
        needs.set(needAt(item), item.itemId);
      }
      keep(plan);
      return 'begun';
    },
    async remove(draft) {
      if (!isAsRead(draft)) return 'conflict';
      plans.delete(at(draft));
      return 'removed';
    },
    async move(next, { other, absent } = {}) {
      if (!isAsRead(next) || (other && !isAsRead(other))) return 'conflict';
      if (absent && plans.has(at(absent))) return 'conflict';
      keep(next);
      if (other) keep(other);
      return 'moved';
    },
    items: async (lot) => [...items.values()].filter((item) => inLot(item) === inLot(lot)),
    findItem: async (lot, itemId) => items.get(itemAt(lot, itemId)),
    async saveItem(item) {
      const plan = plans.get(at(item));
      if (plan?.state === 'draft' && !isItemAsRead(item)) return 'conflict';
      if (plan?.state === 'draft' && item.rev === 0 && needs.has(needAt(item))) {
        return plan.items >= mostItems ? 'full' : 'taken';
      }
      const refused = count(item, item.rev === 0 ? 1 : 0, item.changedBy);
      if (refused) return refused;
      if (item.rev === 0) needs.set(needAt(item), item.itemId);
      items.set(itemAt(item, item.itemId), { ...item, rev: item.rev + 1 });
      return 'saved';
    },
    async removeItem(item, by) {
      const plan = plans.get(at(item));
      if (plan?.state !== 'draft') return 'shut';
      if (item.rev === 0 || !isItemAsRead(item)) return 'conflict';
      count(item, -1, by);
      items.delete(itemAt(item, item.itemId));
      needs.delete(needAt(item));
      return 'removed';
    },
  };
}
