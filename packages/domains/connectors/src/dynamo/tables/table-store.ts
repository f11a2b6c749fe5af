import { gunzipSync, gzipSync } from 'node:zlib';
import type { ProviderId } from '@sinau/kernel';
import { composeKey, type Item, type Key } from '@sinau/platform/dynamo';
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
const pieceKey = (connectionId: ConnectionId, tableId: string, piece: number): Key => ({
  pk: connectionPartition(connectionId),
  sk: composeKey('TABLE-CELLS', tableId, String(piece)),
});

/** Below the 400 KB of one row; eight of them hold what the largest file allowed comes to, packed. */
const pieceBytes = 350_000;
const mostPieces = 8;

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
  current: uploaded.extend({ confirmedAt: z.string(), confirmedBy: z.string() }).exactOptional(),
  rev: z.number(),
});
const tableSchema = z.object({
  heads: z.array(z.string()),
  rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
});

export function createTableStore({ dynamo, table }: ConnectorStoreDeps): TableStore {
  const keysOf = (connectionId: ConnectionId, tableId: string) =>
    Array.from({ length: mostPieces }, (_, n) => pieceKey(connectionId, tableId, n));
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
    async keepTable(connectionId, tableId, cells) {
      const packed = gzipSync(JSON.stringify(cells));
      const count = Math.ceil(packed.length / pieceBytes);
      if (count > mostPieces) return 'too-large';
      // One by one: together they may be more than one request carries.
      for (let n = 0; n < count; n += 1) {
        const piece = new Uint8Array(packed.subarray(n * pieceBytes, (n + 1) * pieceBytes));
        const item = { ...pieceKey(connectionId, tableId, n), kind: 'connection-table-cells', piece, count };
        await dynamo.put({ table, item });
      }
      return 'kept';
    },
    async readTable(connectionId, tableId) {
      const pieces: Uint8Array[] = [];
      let count = 1;
      for (let n = 0; n < count; n += 1) {
        const row = await dynamo.get({ table, key: pieceKey(connectionId, tableId, n), consistent: true });
        if (!row) return undefined;
        pieces.push(row.piece as Uint8Array);
        count = Number(row.count);
      }
      const text = gunzipSync(Buffer.concat(pieces)).toString();
      return tableSchema.parse(JSON.parse(text)) satisfies Table;
    },
    async dropTable(connectionId, tableId) {
      await dynamo.batchWrite({ table, deletes: keysOf(connectionId, tableId) });
    },
  };
}

function readSlot(row: Item): TableSlot {
  const { tableKind: kind, ...slot } = slotRow.parse(row);
  return { kind, ...slot };
}
