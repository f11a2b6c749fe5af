import type { Clock, Ids } from '@sinau/kernel';
import type { TableFinding, TableKind } from '@sinau/rostering/table';
import type { Connection } from '../connection.ts';
import { ConnectionChanged } from '../errors.ts';
import { actorOf, type ConnectionInput, ownConnection } from '../own-connection.ts';
import type { ConnectionStore } from '../ports.ts';
import { TakesNoTables } from './errors.ts';
import type { TableFilePort, TableStore } from './ports.ts';
import { previewOf, proposedMapping, type TablePreview } from './table-preview.ts';
import type { TableSlot } from './table-slot.ts';

export interface TableDeps {
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly tables: TableStore;
}

export type UploadOutcome =
  | { readonly outcome: 'uploaded'; readonly preview: TablePreview }
  /** Nothing was kept. */
  | { readonly outcome: 'refused'; readonly finding: TableFinding };

/** Reads a file and keeps it beside the connection. Nothing follows before somebody has confirmed it. */
export async function uploadTable(
  deps: TableDeps & { readonly files: TableFilePort; readonly clock: Clock; readonly ids: Ids },
  input: ConnectionInput & {
    readonly kind: TableKind;
    readonly name: string;
    readonly bytes: Uint8Array;
  },
): Promise<UploadOutcome> {
  const { tables, clock, ids } = deps;
  const connection = await tableConnection(deps, input);
  const { connectionId } = connection;
  const reading = await deps.files.read(input.bytes, input.name);
  if (reading.outcome === 'refused') return reading;
  const before = (await tables.findSlot(connectionId, input.kind)) ?? emptySlot(connection, input.kind);
  const { heads, rows } = reading.table;
  const pending = {
    ...{ tableId: ids.uuid(), name: fileNameOf(input.name, 'tabel'), heads, rows: rows.length },
    mapping: proposedMapping(before, heads),
    uploadedAt: clock.now().toISOString(),
    uploadedBy: actorOf(input.principal),
  };
  const kept = await tables.keepTable(connectionId, pending.tableId, reading.table);
  if (kept === 'too-large') return { outcome: 'refused', finding: { problem: 'file-large' } };
  const slot = { ...before, pending, rev: before.rev + 1 };
  if ((await tables.saveSlot(slot)) === 'changed') {
    await tables.dropTable(connectionId, pending.tableId);
    throw new ConnectionChanged();
  }
  // The one before was never confirmed, and nobody can come back to it.
  if (before.pending) await tables.dropTable(connectionId, before.pending.tableId);
  return { outcome: 'uploaded', preview: previewOf(slot, pending, reading.table) };
}

/** A connection of the caller that takes tables. */
export async function tableConnection(
  deps: Pick<TableDeps, 'connections'>,
  input: ConnectionInput,
): Promise<Connection> {
  const connection = await ownConnection(deps, input);
  if (connection.kind !== 'file') throw new TakesNoTables();
  return connection;
}

export function emptySlot({ connectionId, providerId }: Connection, kind: TableKind): TableSlot {
  return { connectionId, providerId, kind, heads: {}, rev: 0 };
}

/** The last step of a path, without signs that nobody sees. */
export function fileNameOf(name: string, otherwise: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .replaceAll(/[\p{C}]/gu, '')
      .trim()
      .slice(0, 120) || otherwise
  );
}
