import { withoutTurns } from '@sinau/kernel';
import { type Mapping, type TableColumn, tableColumns } from './columns.ts';
import type { TableFinding, TableProblem } from './problems.ts';
import { brokenCell, longCell, type TableRow } from './table.ts';
import type { TableKind } from './table-kind.ts';

/** What is wrong in a table of any kind, where. */
export interface Finding<Column extends string, Problem extends string> {
  readonly problem: Problem | 'cell-error' | 'cell-long';
  /** As the spreadsheet numbers it; absent for the file as a whole. */
  readonly row?: number;
  readonly column?: Column;
}

/** Reads the cells of one row by what they mean, and notes everything that is wrong at once. */
export interface RowReader<Column extends string = TableColumn, Problem extends string = TableProblem> {
  /** Trimmed, without marks of direction; undefined for an empty cell, one that is not there, and one that is wrong. */
  text(column: Column, most: number): string | undefined;
  /** `undefined` of `read` is a wrong cell. */
  value<Value>(
    column: Column,
    problem: Problem,
    read: (text: string) => Value | undefined,
  ): Value | undefined;
  wrong(problem: Problem | 'cell-error' | 'cell-long', column?: Column): void;
  readonly findings: readonly Finding<Column, Problem>[];
  /** Something to know of a row that is taken all the same. */
  note(problem: Problem, column: Column): void;
  readonly notes: readonly Finding<Column, Problem>[];
}

export function rowReader<Column extends string = TableColumn, Problem extends string = TableProblem>(
  row: TableRow,
  mapping: Readonly<Partial<Record<Column, number>>>,
): RowReader<Column, Problem> {
  const findings: Finding<Column, Problem>[] = [];
  const notes: Finding<Column, Problem>[] = [];
  const wrong = (problem: Finding<Column, Problem>['problem'], column?: Column) =>
    void findings.push({ problem, row: row.row, ...(column !== undefined && { column }) });
  const cellOf = (column: Column): string => {
    const at = mapping[column];
    return at === undefined ? '' : withoutTurns(row.cells[at] ?? '').trim();
  };
  const text = (column: Column, most: number) => {
    const cell = cellOf(column);
    if (cell === '') return undefined;
    if (cell === brokenCell) return wrong('cell-error', column);
    if (cell === longCell || cell.length > most) return wrong('cell-long', column);
    return cell;
  };
  return {
    findings,
    notes,
    wrong,
    note: (problem, column) => void notes.push({ problem, row: row.row, column }),
    text: (column, most) => text(column, most) ?? undefined,
    value(column, problem, read) {
      const cell = text(column, 2_000);
      if (cell === undefined) return undefined;
      const value = read(cell as string);
      if (value === undefined) wrong(problem, column);
      return value;
    },
  };
}

/** Columns that have to be there and are not. */
export const missingColumns = (kind: TableKind, mapping: Mapping): readonly TableFinding[] =>
  tableColumns(kind).flatMap(([column, { required }]) =>
    required && mapping[column] === undefined ? [{ problem: 'column-missing', column }] : [],
  );
