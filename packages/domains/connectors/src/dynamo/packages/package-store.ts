import type { ProviderId } from '@sinau/kernel';
import { composeKey, createPieceStore, type Key } from '@sinau/platform/dynamo';
import { packageProblems, type RosterRow, rosterFiles } from '@sinau/rostering/one-roster-package';
import * as z from 'zod';
import { type ConnectionId, connectionIdSchema } from '../../connection.ts';
import type { PackageStore } from '../../packages/ports.ts';
import type { ConnectorStoreDeps } from '../connection-store.ts';
import { connectionPartition } from '../keys.ts';

/** Everything lies beside its connection, and goes with it. */
const slotKey = (connectionId: ConnectionId): Key => ({
  pk: connectionPartition(connectionId),
  sk: composeKey('PACKAGES'),
});
const placeOf = (connectionId: ConnectionId, contentId: string) => ({
  kind: 'connection-package-rows',
  keyOf: (piece: number): Key => ({
    pk: connectionPartition(connectionId),
    sk: composeKey('PACKAGE-ROWS', contentId, String(piece)),
  }),
  mostPieces: 24,
});

const file = z.enum(rosterFiles);
const slotRow = z.object({
  connectionId: connectionIdSchema,
  providerId: z.custom<ProviderId>((value) => typeof value === 'string'),
  contents: z.partialRecord(
    file,
    z.object({ contentId: z.string(), digest: z.string(), rows: z.number(), at: z.string() }),
  ),
  packages: z.array(
    z.object({
      ...{ packageId: z.string(), name: z.string(), version: z.string(), at: z.string(), by: z.string() },
      systemName: z.string().exactOptional(),
      files: z.array(
        z.object({ file, mode: z.enum(['bulk', 'delta']), rows: z.number(), changed: z.boolean() }),
      ),
      people: z.object({ all: z.number(), known: z.number() }).exactOptional(),
    }),
  ),
  refused: z
    .object({
      ...{ name: z.string(), at: z.string(), total: z.number() },
      findings: z.array(
        z.object({
          problem: z.enum(packageProblems),
          file: z.string().exactOptional(),
          line: z.number().exactOptional(),
          column: z.string().exactOptional(),
        }),
      ),
    })
    .exactOptional(),
  rev: z.number(),
});
/** Written by this store alone, from rows that were read by our own rules. */
const rowsSchema = z.array(
  z.looseObject({
    sourcedId: z.string(),
    status: z.enum(['active', 'tobedeleted']),
    dateLastModified: z.string(),
  }),
);

export function createPackageStore(deps: ConnectorStoreDeps): PackageStore {
  const { dynamo, table } = deps;
  const pieces = createPieceStore(deps);
  return {
    async findSlot(connectionId) {
      const row = await dynamo.get({ table, key: slotKey(connectionId), consistent: true });
      return row && slotRow.parse(row);
    },
    async saveSlot(slot) {
      const written = await dynamo.put({
        table,
        item: { ...slotKey(slot.connectionId), kind: 'connection-packages', ...slot },
        // Of two packages that come at once, one has to be sent again.
        condition:
          slot.rev === 1
            ? { expression: 'attribute_not_exists(pk)' }
            : { expression: 'rev = :seen', values: { ':seen': slot.rev - 1 } },
      });
      return written.outcome === 'done' ? 'saved' : 'changed';
    },
    keepRows: (connectionId, contentId, rows) => pieces.keep(placeOf(connectionId, contentId), rows),
    async readRows(connectionId, contentId) {
      const rows = await pieces.read(placeOf(connectionId, contentId));
      return rows === undefined ? undefined : (rowsSchema.parse(rows) satisfies readonly RosterRow[]);
    },
    dropRows: (connectionId, contentId) => pieces.drop(placeOf(connectionId, contentId)),
  };
}
