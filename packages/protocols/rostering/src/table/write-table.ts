import { csvRecord } from '@sinau/kernel';
import { tableColumns } from './columns.ts';
import type { TableKind } from './table-kind.ts';
import { type WorkbookPart, workbookParts } from './xlsx/write-workbook.ts';

const titles: Readonly<Record<TableKind, string>> = {
  catalogue: 'Katalog',
  results: 'Hasil',
  enrolments: 'Pendaftaran',
};

const rowsOf = (kind: TableKind): readonly (readonly string[])[] => {
  const columns = tableColumns(kind);
  return [columns.map(([, { head }]) => head), columns.map(([, { example }]) => example)];
};

/** Heads and one example. For a spreadsheet of this country: semicolons, and a mark that says how letters are written. */
export const csvTemplate = (kind: TableKind): string => csvFile(rowsOf(kind));

export const csvFile = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => csvRecord(row, ';')).join('')}`;

export const workbookTemplate = (kind: TableKind): readonly WorkbookPart[] =>
  workbookParts(titles[kind], rowsOf(kind));
