import type { ProviderId } from '@sinau/kernel';
import { composeKey, createPieceStore, type Item, type Key } from '@sinau/platform/dynamo';
import { type Table, tableKinds } from '@sinau/rostering/table';
import * as z from 'zod';
import { type ConnectionId, connectionIdSchema } from '../../connection.ts';
import type { TableStore } from '../../tables/ports.ts';
import type { TableSlot } from '../../tables/table-slot.ts';
import type { ConnectorStoreDeps } from '../connection-store.ts';
import { connectionPartition } from '../keys.ts';

/** Both lie beside their connection, and go with it. */
const slotKey = (connectionId: ConnectionId, kind: string): Key => ({
  pk: connectionPartition(connectionId),
  sk: composeKey('TABLE', kind),
});
const placeOf = (connectionId: ConnectionId, tableId: string) => ({
  kind: 'connection-table-cells',
  keyOf: (piece: number): Key => ({
    pk: connectionPartition(connectionId),
    sk: composeKey('TABLE-CELLS', tableId, String(piece)),
  }),
  // They hold what the largest file allowed comes to, packed.
  mostPieces: 8,
});

const uploaded = z.object({
  tableId: z.string(),
  name: z.string(),
  heads: z.array(z.string()),
  rows: z.number(),
  mapping: z.record(z.string(), z.number()),
  uploadedAt: z.string(),
  uploadedBy: z.string(),
});
const slotRow = z.object({
  connectionId: connectionIdSchema,
  providerId: z.custom<ProviderId>((value) => typeof value === 'string'),
  tableKind: z.enum(tableKinds),
  heads: z.record(z.string(), z.string()),
  pending: uploaded.exactOptional(),
  current: uploaded
    .extend({ confirmedAt: z.string(), confirmedBy: z.string(), isWhole: z.literal(true).exactOptional() })
    .exactOptional(),
  rev: z.number(),
});
const tableSchema = z.object({
  heads: z.array(z.string()),
  rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
});

export function createTableStore(deps: ConnectorStoreDeps): TableStore {
  const { dynamo, table } = deps;
  const pieces = createPieceStore(deps);
  return {
    async findSlot(connectionId, kind) {
      const row = await dynamo.get({ table, key: slotKey(connectionId, kind), consistent: true });
      return row && readSlot(row);
    },
    async saveSlot({ kind, ...slot }) {
      const written = await dynamo.put({
        table,
        item: { ...slotKey(slot.connectionId, kind), kind: 'connection-table', tableKind: kind, ...slot },
        // Of two people who upload or confirm at once, one has to look again.
        condition:
          slot.rev === 1
            ? { expression: 'attribute_not_exists(pk)' }
            : { expression: 'rev = :seen', values: { ':seen': slot.rev - 1 } },
      });
      return written.outcome === 'done' ? 'saved' : 'changed';
    },
    keepTable: (connectionId, tableId, cells) => pieces.keep(placeOf(connectionId, tableId), cells),
    async readTable(connectionId, tableId) {
      const cells = await pieces.read(placeOf(connectionId, tableId));
      return cells === undefined ? undefined : (tableSchema.parse(cells) satisfies Table);
    },
    dropTable: (connectionId, tableId) => pieces.drop(placeOf(connectionId, tableId)),
  };
}

function readSlot(row: Item): TableSlot {
  const { tableKind: kind, ...slot } = slotRow.parse(row);
  return { kind, ...slot };
}
