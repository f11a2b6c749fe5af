import {
  checkTable,
  guessMapping,
  type Mapping,
  type Table,
  type TableCheck,
  type TableColumn,
  type TableKind,
  tableColumns,
} from '@sinau/rostering/table';
import type { TableSlot, UploadedTable } from './table-slot.ts';

/** An uploaded table as people see it before they confirm it. */
export interface TablePreview {
  readonly slot: TableSlot;
  readonly table: UploadedTable;
  readonly check: TableCheck;
  /** The first rows as they stand in the file. */
  readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** The file holds something that can be taken. Catalogues and rosters are taken whole or not at all: a row left out would count as gone. */
  readonly isUsable: boolean;
}

const sampleRows = 5;
const sampleCell = 120;

export function previewOf(slot: TableSlot, table: UploadedTable, cells: Table): TablePreview {
  const check = checkTable(slot.kind, cells, table.mapping);
  return {
    ...{ slot, table, check },
    sample: cells.rows.slice(0, sampleRows).map((row) => ({
      row: row.row,
      cells: table.heads.map((_, n) => shownCell(row.cells[n] ?? '')),
    })),
    isUsable: isUsable(slot.kind, check),
  };
}

export const isUsable = (kind: TableKind, { good, bad }: TableCheck): boolean =>
  good > 0 && (kind === 'results' || bad === 0);

/** Marks of broken and long cells are no text. */
const shownCell = (cell: string): string => (cell.startsWith('\u0000') ? '…' : cell.slice(0, sampleCell));

/** As it was mapped the last time, where the heads are still there; the rest is guessed. */
export function proposedMapping(slot: Pick<TableSlot, 'kind' | 'heads'>, heads: readonly string[]): Mapping {
  const known: Partial<Record<TableColumn, number>> = {};
  for (const [column] of tableColumns(slot.kind)) {
    const head = slot.heads[column];
    const at = head === undefined ? -1 : heads.indexOf(head);
    if (at >= 0) known[column] = at;
  }
  const taken = new Set(Object.values(known));
  const guessed = Object.entries(guessMapping(slot.kind, heads)).filter(([, at]) => !taken.has(at));
  return { ...Object.fromEntries(guessed), ...known };
}
