import type { RepairOrderStore } from '../../reconciliation/ports.ts';
import type { RepairOrder } from '../../reconciliation/repair-order.ts';

/** The port on a map. Passes the same contract suite as the DynamoDB adapter. */
export function memoryRepairOrderStore(): RepairOrderStore {
  const orders = new Map<string, RepairOrder>();
  const keyOf = (connectionId: string, orderId: string) => `${connectionId} ${orderId}`;
  const all = () => [...orders.values()].map((order) => structuredClone(order));
  return {
    async place(order) {
      const key = keyOf(order.connectionId, order.orderId);
      const known = orders.get(key);
      if (known?.state === 'waiting') return structuredClone(known);
      orders.set(key, structuredClone(order));
      return order;
    },
    find: async (connectionId, orderId) => structuredClone(orders.get(keyOf(connectionId, orderId))),
    async save(order) {
      const key = keyOf(order.connectionId, order.orderId);
      if (orders.get(key)?.rev !== order.rev) return 'lost';
      orders.set(key, structuredClone({ ...order, rev: order.rev + 1 }));
      return 'saved';
    },
    list: async (connectionId, limit) =>
      all()
        .filter((order) => order.connectionId === connectionId)
        .toSorted((a, b) => (a.orderedAt > b.orderedAt ? -1 : 1))
        .slice(0, limit),
    listOverdue: async (now) =>
      all()
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
        .map(({ connectionId, orderId }) => ({ connectionId, orderId })),
  };
}
