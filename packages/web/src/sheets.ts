import type { Cell } from '@sinau/kernel';
import type { ListFile, ListFormat } from './staffing/ports.ts';
import type { PersonVisit } from './visit.ts';

/** A table for spreadsheets; the first row holds the heads. */
export interface SheetTable {
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
  /** How the table is to be read, beside it. */
  readonly notes: { readonly title: string; readonly rows: readonly (readonly Cell[])[] };
}

export interface SheetPorts {
  /** Text runs nothing in a spreadsheet (case F1). `encodings`: what the reader's browser takes, as it says. */
  sheet(
    table: SheetTable,
    how: { readonly format: ListFormat; readonly encodings: string | undefined },
  ): Promise<ListFile>;
}

const types: Readonly<Record<ListFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The format that an address asks for; Excel without one. */
export const formatIn = ({ context }: PersonVisit): ListFormat =>
  context.req.query('format') === 'csv' ? 'csv' : 'xlsx';

export const encodingsIn = ({ context }: PersonVisit): string | undefined =>
  context.req.header('accept-encoding');

export function download(
  { context }: PersonVisit,
  { format, name, body, headers }: ListFile & { readonly format: ListFormat; readonly name: string },
): Response {
  return context.body(body, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
    ...headers,
  });
}
