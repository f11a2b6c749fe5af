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
  const isAsRead = (plan: AnnualPlan) => plans.get(at(plan))?.rev === plan.rev;
  const keep = (plan: AnnualPlan) => plans.set(at(plan), { ...plan, rev: plan.rev + 1 });
  /** Counts a change of an item, or says why not. */
  function count(item: PlanItem, more: -1 | 0 | 1): 'shut' | 'full' | undefined {
    const plan = plans.get(at(item));
    if (plan?.state !== 'draft') return 'shut';
    if (more === 1 && plan.items >= mostItems) return 'full';
    keep({ ...plan, items: plan.items + more });
    return undefined;
  }
  const isItemAsRead = (item: PlanItem) => (items.get(itemAt(item, item.itemId))?.rev ?? 0) === item.rev;
  return {
    list: async (agencyId) =>
      [...plans.values()]
        .filter((plan) => plan.agencyId === agencyId)
        .toSorted((a, b) => b.year - a.year || b.version - a.version),
    find: async (place) => plans.get(at(place)),
    async begin(plan, copies) {
      if (plans.has(at(plan))) return 'conflict';
      for (const item of copies) items.set(itemAt(item, item.itemId), item);
      keep(plan);
      return 'begun';
    },
    async remove(draft) {
      if (!isAsRead(draft)) return 'conflict';
      plans.delete(at(draft));
      return 'removed';
    },
    async move(next, replaced) {
      if (!isAsRead(next) || (replaced && !isAsRead(replaced))) return 'conflict';
      keep(next);
      if (replaced) keep(replaced);
      return 'moved';
    },
    items: async (lot) => [...items.values()].filter((item) => inLot(item) === inLot(lot)),
    findItem: async (lot, itemId) => items.get(itemAt(lot, itemId)),
    async saveItem(item) {
      const plan = plans.get(at(item));
      if (plan?.state === 'draft' && !isItemAsRead(item)) return 'conflict';
      const refused = count(item, item.rev === 0 ? 1 : 0);
      if (refused) return refused;
      items.set(itemAt(item, item.itemId), { ...item, rev: item.rev + 1 });
      return 'saved';
    },
    async removeItem(item) {
      const plan = plans.get(at(item));
      if (plan?.state !== 'draft') return 'shut';
      if (item.rev === 0 || !isItemAsRead(item)) return 'conflict';
      count(item, -1);
      items.delete(itemAt(item, item.itemId));
      return 'removed';
    },
  };
}
