import { tableKinds } from '@sinau/rostering/table';
import type { ConnectionInput } from '../own-connection.ts';
import type { TableSlot } from './table-slot.ts';
import { emptySlot, type TableDeps, tableConnection } from './upload-table.ts';

/** What a connection has of each kind, whether there is anything or not. */
export async function listTables(deps: TableDeps, input: ConnectionInput): Promise<readonly TableSlot[]> {
  const connection = await tableConnection(deps, input);
  return Promise.all(
    tableKinds.map(
      async (kind) =>
        (await deps.tables.findSlot(connection.connectionId, kind)) ?? emptySlot(connection, kind),
    ),
  );
}
