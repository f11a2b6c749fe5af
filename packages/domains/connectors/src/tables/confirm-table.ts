import type { Clock } from '@sinau/kernel';
import { checkedMapping, type Mapping, type TableColumn, type TableKind } from '@sinau/rostering/table';
import { ConnectionChanged } from '../errors.ts';
import { actorOf, type ConnectionInput } from '../own-connection.ts';
import { NoTableWaiting, TableNotUsable } from './errors.ts';
import type { TableFollowUp } from './ports.ts';
import { previewOf, type TablePreview } from './table-preview.ts';
import type { TableSlot } from './table-slot.ts';
import { type TableDeps, tableConnection } from './upload-table.ts';

export interface TableInput extends ConnectionInput {
  readonly kind: TableKind;
  /** `tableId` of the one that was looked at; another one is not touched in its place. */
  readonly tableId: string;
}

/** The table that waits, as it would be taken. */
export async function previewTable(deps: TableDeps, input: TableInput): Promise<TablePreview> {
  return (await waiting(deps, input)).preview;
}

/** Says anew what the columns mean; kept for the next file as well. */
export async function mapTable(
  deps: TableDeps,
  input: TableInput & { readonly mapping: Readonly<Record<string, number>> },
): Promise<TablePreview> {
  const { slot, preview, cells } = await waiting(deps, input);
  const mapping = checkedMapping(slot.kind, input.mapping, preview.table.heads.length);
  // Columns are chosen from a list: only a form that was tampered with, or is of another file, gets here.
  if (!mapping) throw new ConnectionChanged();
  const pending = { ...preview.table, mapping };
  const next = { ...slot, pending, heads: headsOf(pending.heads, mapping), rev: slot.rev + 1 };
  if ((await deps.tables.saveSlot(next)) === 'changed') throw new ConnectionChanged();
  return previewOf(next, pending, cells);
}

/**
 * From now on this is what the connection says. What follows (staging a catalogue, taking results) happens behind it, row by
 * row and again after a break. Throws `TableNotUsable` when a row of a whole list is wrong.
 */
export async function confirmTable(
  deps: TableDeps & { readonly followUp: TableFollowUp; readonly clock: Clock },
  input: TableInput & {
    /** Of enrolments: whoever it does not name is in none of the courses that it names. */
    readonly isWhole?: boolean;
  },
): Promise<TablePreview> {
  const { connection, slot, preview } = await waiting(deps, input);
  const { table, check } = preview;
  if (!preview.isUsable) throw new TableNotUsable(check.bad);
  const { pending: _, ...rest } = slot;
  const current = {
    ...table,
    confirmedAt: deps.clock.now().toISOString(),
    confirmedBy: actorOf(input.principal),
    ...(slot.kind === 'enrolments' && input.isWhole && { isWhole: true as const }),
  };
  const next: TableSlot = {
    ...rest,
    current,
    heads: headsOf(table.heads, table.mapping),
    rev: slot.rev + 1,
  };
  // Before the slot, since not told it would be lost; a table that still waits by then is not taken.
  if (slot.kind === 'results') await deps.followUp.takeResults(connection, current);
  if ((await deps.tables.saveSlot(next)) === 'changed') throw new ConnectionChanged();
  if (slot.kind === 'catalogue') await deps.followUp.readCatalogue(connection);
  if (slot.kind === 'enrolments') await deps.followUp.compare(connection);
  const replaced = slot.current;
  // Results of the one before may still be on their way.
  const isRead = slot.kind === 'results' && msSince(deps.clock, replaced?.confirmedAt) < resultsMs;
  if (replaced && !isRead) await deps.tables.dropTable(slot.connectionId, replaced.tableId);
  return { ...preview, slot: next };
}

/** Longer than the largest table takes. */
const resultsMs = 3_600_000;
const msSince = (clock: Clock, at = '') => clock.now().getTime() - Date.parse(at);

/** Nothing was done with it, and nothing will be. */
export async function discardTable(deps: TableDeps, input: TableInput): Promise<void> {
  const { slot, preview } = await waiting(deps, input);
  const { pending: _, ...rest } = slot;
  if ((await deps.tables.saveSlot({ ...rest, rev: slot.rev + 1 })) === 'changed')
    throw new ConnectionChanged();
  await deps.tables.dropTable(slot.connectionId, preview.table.tableId);
}

async function waiting(deps: TableDeps, input: TableInput) {
  const connection = await tableConnection(deps, input);
  const slot = await deps.tables.findSlot(connection.connectionId, input.kind);
  const pending = slot?.pending;
  if (!slot || pending?.tableId !== input.tableId) throw new NoTableWaiting();
  const cells = await deps.tables.readTable(connection.connectionId, pending.tableId);
  if (!cells) throw new NoTableWaiting();
  return { connection, slot, cells, preview: previewOf(slot, pending, cells) };
}

function headsOf(heads: readonly string[], mapping: Mapping): Readonly<Partial<Record<TableColumn, string>>> {
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([column, at]) => (heads[at] ? [[column, heads[at]]] : [])),
  );
}
