import type { ProviderId } from '@sinau/kernel';
import type { RosterRow } from '@sinau/rostering/one-roster-package';
import { describe, expect, it } from 'vitest';
import type { ConnectionId } from '../../connection.ts';
import type { PackageSlot } from '../../packages/package-slot.ts';
import type { PackageStore } from '../../packages/ports.ts';

const at = '2026-11-28T04:00:00.000Z';
const rowOf = (sourcedId: string): RosterRow => ({
  ...{ sourcedId, status: 'active', dateLastModified: '', title: 'Etika', metadata: { jp: '40' } },
  terms: [{ sourcedId: 'term-1' }],
});

export function packageStoreContract(name: string, open: () => Promise<PackageStore>): void {
  describe(`package store: ${name}`, () => {
    const fresh = async () => {
      const connectionId = crypto.randomUUID() as ConnectionId;
      const slot: PackageSlot = {
        ...{ connectionId, providerId: 'provider-a' as ProviderId, rev: 1 },
        contents: { classes: { contentId: 'content-1', digest: 'd', rows: 2, at } },
        packages: [
          {
            ...{
              packageId: 'package-1',
              name: 'ganjil.zip',
              version: '1.2',
              systemName: 'SIAKAD',
              at,
              by: 'rina',
            },
            files: [{ file: 'classes', mode: 'bulk', rows: 2, changed: true }],
            people: { all: 3, known: 1 },
          },
        ],
      };
      return { store: await open(), connectionId, slot };
    };

    it('gives back what counts, what was sent and what was wrong', async () => {
      const { store, connectionId, slot } = await fresh();
      expect(await store.findSlot(connectionId)).toBeUndefined();
      expect(await store.saveSlot(slot)).toBe('saved');
      expect(await store.findSlot(connectionId)).toEqual(slot);
      const refused = {
        ...{ name: 'rusak.zip', at, total: 2 },
        findings: [
          { problem: 'cell-missing', file: 'classes.csv', line: 3, column: 'title' } as const,
          { problem: 'nothing-there' } as const,
        ],
      };
      expect(await store.saveSlot({ ...slot, refused, rev: 2 })).toBe('saved');
      expect(await store.findSlot(connectionId)).toEqual({ ...slot, refused, rev: 2 });
    });

    it('lets one of two packages win that come at once', async () => {
      const { store, slot } = await fresh();
      const outcomes = await Promise.all([store.saveSlot(slot), store.saveSlot(slot)]);
      expect(outcomes.toSorted()).toEqual(['changed', 'saved']);
      expect(await store.saveSlot({ ...slot, rev: 3 })).toBe('changed');
    });

    it('keeps many rows, and drops them', async () => {
      const { store, connectionId } = await fresh();
      // Ids that nothing can be packed of: more than one row of the store.
      const rows = Array.from({ length: 12_000 }, () => rowOf(crypto.randomUUID()));
      expect(await store.keepRows(connectionId, 'content-1', rows)).toBe('kept');
      await store.keepRows(connectionId, 'content-2', [rowOf('class-1')]);
      expect(await store.readRows(connectionId, 'content-1')).toEqual(rows);
      await store.dropRows(connectionId, 'content-1');
      await store.dropRows(connectionId, 'content-1');
      expect(await store.readRows(connectionId, 'content-1')).toBeUndefined();
      expect(await store.readRows(connectionId, 'content-2')).toEqual([rowOf('class-1')]);
    });
  });
}
