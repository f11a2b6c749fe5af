import { describe, expect, it } from 'vitest';
import type { RepairOrderStore } from '../../reconciliation/ports.ts';
import type { RepairOrder } from '../../reconciliation/repair-order.ts';

const at = (n: number) => new Date(Date.parse('2026-03-02T01:00:00.000Z') + n * 60_000).toISOString();

/** Every adapter of `RepairOrderStore` passes this suite. */
export function repairOrderStoreContract(engine: string, open: () => Promise<RepairOrderStore>): void {
  let counted = 0;
  const orderOf = (connectionId: string, n: number): RepairOrder => ({
    ...{ connectionId, orderId: `order-${n}`, action: 'ignore', note: 'Ujian susulan', orderedBy: 'siti' },
    ...{ orderedAt: at(n), state: 'waiting', dueAt: at(n + 10), rev: 1 },
    lines: [{ mismatchId: 'm1', kind: 'score-differs', externalCourseId: '4', state: 'waiting', tries: 0 }],
  });
  const fresh = () => {
    counted += 1;
    return `connection-${engine}-${counted}`;
  };

  describe(`RepairOrderStore on ${engine}`, () => {
    it('gives the order that waits to whoever orders the same, and lets one follow that is done', async () => {
      const store = await open();
      const id = fresh();
      expect(await store.place(orderOf(id, 1))).toEqual(orderOf(id, 1));
      const again = { ...orderOf(id, 1), orderedBy: 'budi', orderedAt: at(2) };
      expect(await store.place(again)).toEqual(orderOf(id, 1));
      const { dueAt: _, ...done } = { ...orderOf(id, 1), state: 'done' as const, endedAt: at(3) };
      expect(await store.save(done)).toBe('saved');
      expect(await store.find(id, 'order-1')).toEqual({ ...done, rev: 2 });
      expect(await store.place(again)).toEqual(again);
      expect(await store.find(id, 'order-1')).toEqual(again);
      expect(await store.find(fresh(), 'order-1')).toBeUndefined();
    });

    it('of two who write, the slower one learns it', async () => {
      const store = await open();
      const id = fresh();
      await store.place(orderOf(id, 1));
      expect(await store.save({ ...orderOf(id, 1), dueAt: at(20) })).toBe('saved');
      expect(await store.save({ ...orderOf(id, 1), dueAt: at(30) })).toBe('lost');
      expect(await store.find(id, 'order-1')).toMatchObject({ dueAt: at(20), rev: 2 });
    });

    it('lists the newest first, and what nobody has looked after', async () => {
      const store = await open();
      const id = fresh();
      for (const n of [1, 2, 3]) await store.place(orderOf(id, n));
      expect((await store.list(id, 2)).map(({ orderId }) => orderId)).toEqual(['order-3', 'order-2']);
      const own = async (now: string) =>
        (await store.listOverdue(now)).filter(({ connectionId }) => connectionId === id);
      expect(await own(at(12))).toEqual([1, 2].map((n) => ({ connectionId: id, orderId: `order-${n}` })));
      const { dueAt: _, ...done } = orderOf(id, 1);
      await store.save({ ...done, state: 'done', endedAt: at(3) });
      expect((await own(at(12))).map(({ orderId }) => orderId)).toEqual(['order-2']);
    });
  });
}
