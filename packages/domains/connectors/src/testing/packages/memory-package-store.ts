import type { RosterRow } from '@sinau/rostering/one-roster-package';
import type { PackageSlot } from '../../packages/package-slot.ts';
import type { PackageStore } from '../../packages/ports.ts';

export function memoryPackageStore(): PackageStore {
  const slots = new Map<string, PackageSlot>();
  const contents = new Map<string, readonly RosterRow[]>();
  return {
    findSlot: async (connectionId) => slots.get(connectionId),
    async saveSlot(slot) {
      if ((slots.get(slot.connectionId)?.rev ?? 0) !== slot.rev - 1) return 'changed';
      slots.set(slot.connectionId, structuredClone(slot));
      return 'saved';
    },
    async keepRows(connectionId, contentId, rows) {
      contents.set(`${connectionId} ${contentId}`, structuredClone(rows));
      return 'kept';
    },
    readRows: async (connectionId, contentId) => contents.get(`${connectionId} ${contentId}`),
    dropRows: async (connectionId, contentId) => void contents.delete(`${connectionId} ${contentId}`),
  };
}
