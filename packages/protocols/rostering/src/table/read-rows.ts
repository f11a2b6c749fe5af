import type { ExternalCourse } from '../external.ts';
import type { Mapping } from './columns.ts';
import type { TableFinding } from './problems.ts';
import { readCourseRow } from './read-course-row.ts';
import { type EnrolmentRow, type ResultRow, readEnrolmentRow, readResultRow } from './read-result-row.ts';
import { missingColumns, type RowReader, rowReader } from './row-reader.ts';
import type { Table } from './table.ts';
import type { TableKind } from './table-kind.ts';

export interface RowOf {
  readonly catalogue: ExternalCourse;
  readonly results: ResultRow;
  readonly enrolments: EnrolmentRow;
}

/** One row: what it says, or what is wrong with it. */
export type ReadRow<Kind extends TableKind> =
  | { readonly row: number; readonly value: RowOf[Kind]; readonly notes: readonly TableFinding[] }
  | { readonly row: number; readonly findings: readonly TableFinding[] };

const readers: { readonly [Kind in TableKind]: (row: RowReader) => RowOf[Kind] | undefined } = {
  catalogue: readCourseRow,
  results: readResultRow,
  enrolments: readEnrolmentRow,
};

/** Rows one by one. A course id that comes twice is told at the second row; results of one learner may be many. */
export function* readRows<Kind extends TableKind>(
  kind: Kind,
  table: Table,
  mapping: Mapping,
): Generator<ReadRow<Kind>> {
  const seen = new Set<string>();
  for (const row of table.rows) {
    const reader = rowReader(row, mapping);
    const value = readers[kind](reader);
    if (value && 'externalId' in value) {
      if (seen.has(value.externalId)) reader.wrong('row-twice', 'externalId');
      seen.add(value.externalId);
    }
    yield value === undefined || reader.findings.length > 0
      ? { row: row.row, findings: reader.findings }
      : { row: row.row, value, notes: reader.notes };
  }
}

/** The whole of a table at a glance. */
export interface TableCheck {
  readonly rows: number;
  /** Rows that can be taken. */
  readonly good: number;
  readonly bad: number;
  /** The first things that are wrong, and what is to be known of rows that are taken; those of columns come first. */
  readonly findings: readonly TableFinding[];
}

export function checkTable(kind: TableKind, table: Table, mapping: Mapping): TableCheck {
  const missing = missingColumns(kind, mapping);
  if (missing.length > 0)
    return { rows: table.rows.length, good: 0, bad: table.rows.length, findings: missing };
  const findings: TableFinding[] = [];
  let bad = 0;
  for (const read of readRows(kind, table, mapping)) {
    const noticed = 'value' in read ? read.notes : read.findings;
    if (!('value' in read)) bad += 1;
    if (findings.length < mostFindings) findings.push(...noticed);
  }
  const rows = table.rows.length;
  return { rows, good: rows - bad, bad, findings: findings.slice(0, mostFindings) };
}

export const mostFindings = 200;
