import type { Table } from '@sinau/rostering/table';
import type { TableStore } from '../../tables/ports.ts';
import type { TableSlot } from '../../tables/table-slot.ts';

export function memoryTableStore(): TableStore {
  const slots = new Map<string, TableSlot>();
  const tables = new Map<string, Table>();
  return {
    findSlot: async (connectionId, kind) => slots.get(`${connectionId} ${kind}`),
    async saveSlot(slot) {
      const key = `${slot.connectionId} ${slot.kind}`;
      if ((slots.get(key)?.rev ?? 0) !== slot.rev - 1) return 'changed';
      slots.set(key, structuredClone(slot));
      return 'saved';
    },
    async keepTable(connectionId, tableId, table) {
      tables.set(`${connectionId} ${tableId}`, structuredClone(table));
      return 'kept';
    },
    readTable: async (connectionId, tableId) => tables.get(`${connectionId} ${tableId}`),
    dropTable: async (connectionId, tableId) => void tables.delete(`${connectionId} ${tableId}`),
  };
}
