import type { ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { ConnectionId } from '../../connection.ts';
import type { TableStore } from '../../tables/ports.ts';
import type { TableSlot } from '../../tables/table-slot.ts';

const uploaded = (tableId: string) => ({
  ...{ tableId, name: 'katalog.xlsx', heads: ['ID', 'Judul'], rows: 2, mapping: { externalId: 0, title: 1 } },
  ...{ uploadedAt: '2026-11-28T04:00:00.000Z', uploadedBy: 'author-a' },
});
const tableOf = (rows: number) => ({
  heads: ['ID', 'Judul'],
  rows: Array.from({ length: rows }, (_, n) => ({ row: n + 2, cells: [crypto.randomUUID(), `Judul ${n}`] })),
});

export function tableStoreContract(name: string, open: () => Promise<TableStore>): void {
  describe(`table store: ${name}`, () => {
    const fresh = async () => {
      const connectionId = crypto.randomUUID() as ConnectionId;
      const slot: TableSlot = {
        ...{ connectionId, providerId: 'provider-a' as ProviderId, kind: 'catalogue' },
        ...{ heads: { title: 'Judul' }, pending: uploaded('table-1'), rev: 1 },
      };
      return { store: await open(), connectionId, slot };
    };

    it('gives back what waits and what counts, each kind apart', async () => {
      const { store, connectionId, slot } = await fresh();
      expect(await store.findSlot(connectionId, 'catalogue')).toBeUndefined();
      expect(await store.saveSlot(slot)).toBe('saved');
      expect(await store.findSlot(connectionId, 'catalogue')).toEqual(slot);
      expect(await store.findSlot(connectionId, 'results')).toBeUndefined();
      const { pending: _, ...rest } = slot;
      const current = {
        ...uploaded('table-1'),
        confirmedAt: '2026-11-28T05:00:00.000Z',
        confirmedBy: 'author-a',
        isWhole: true as const,
      };
      const next = { ...rest, current, rev: 2 };
      expect(await store.saveSlot(next)).toBe('saved');
      expect(await store.findSlot(connectionId, 'catalogue')).toEqual(next);
    });

    it('lets one of two win who write at once', async () => {
      const { store, slot } = await fresh();
      const outcomes = await Promise.all([store.saveSlot(slot), store.saveSlot(slot)]);
      expect(outcomes.toSorted()).toEqual(['changed', 'saved']);
      expect(await store.saveSlot({ ...slot, rev: 3 })).toBe('changed');
    });

    it('keeps the cells of a large table, and drops them', async () => {
      const { store, connectionId } = await fresh();
      // Ids that nothing can be packed of: more than one row of the store.
      const table = tableOf(20_000);
      expect(await store.keepTable(connectionId, 'table-1', table)).toBe('kept');
      await store.keepTable(connectionId, 'table-2', tableOf(1));
      expect(await store.readTable(connectionId, 'table-1')).toEqual(table);
      await store.dropTable(connectionId, 'table-1');
      await store.dropTable(connectionId, 'table-1');
      expect(await store.readTable(connectionId, 'table-1')).toBeUndefined();
      expect((await store.readTable(connectionId, 'table-2'))?.rows).toHaveLength(1);
    });
  });
}
