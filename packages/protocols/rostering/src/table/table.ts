import type { TableFinding } from './problems.ts';

/** Cells of a file as text. Dates are `2027-06-30`, with `T14:30` behind them when they have a time. */
export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly TableRow[];
}
export interface TableRow {
  /** As the spreadsheet numbers it; the heads are usually row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export type TableReading =
  | { readonly outcome: 'read'; readonly table: Table }
  | { readonly outcome: 'refused'; readonly finding: TableFinding };

export const tableLimits = {
  /** Without the heads. */
  rows: 20_000,
  columns: 100,
  /** UTF-16 units of one cell; what Excel itself holds. */
  cell: 32_767,
  /** UTF-16 units of all cells: a workbook may name one long text in a million of them. */
  text: 24 * 1024 * 1024,
  /** Bytes of the file as it is sent. */
  file: 4 * 1024 * 1024,
  /** Bytes of one part of a workbook, inflated. */
  part: 24 * 1024 * 1024,
} as const;

/** Stands for a cell that has no value: an error, or a formula that was never worked out. */
export const brokenCell = '\u0000#';
/** Stands for a cell that is longer than a cell may be. */
export const longCell = '\u0000+';

/** Rows under their heads; empty ones and what is beyond the heads are left out. */
export function tableOf(rows: readonly TableRow[]): TableReading {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...rest] = filled;
  const widest = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const refused = (problem: TableFinding['problem']): TableReading => ({
    outcome: 'refused',
    finding: { problem },
  });
  if (widest > tableLimits.columns) return refused('too-many-columns');
  if (rest.length > tableLimits.rows) return refused('too-many-rows');
  if (!first || rest.length === 0) return refused('file-empty');
  const heads = first.cells.map((head) => head.replaceAll(/\s+/g, ' ').trim().slice(0, 100));
  return { outcome: 'read', table: { heads, rows: rest } };
}
