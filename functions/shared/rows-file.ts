import { type Cell, csvRecord } from '@sinau/kernel';
import { workbookOf } from '@sinau/rostering/table';

export type RowsFormat = 'csv' | 'xlsx';

/**
 * Rows as a file that spreadsheets of this country open. Text is never run as a formula (case F1), and numbers stay numbers. `title`: of the
 * sheet.
 */
export async function rowsFile(
  title: string,
  rows: readonly (readonly Cell[])[],
  format: RowsFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'csv') {
    return new TextEncoder().encode(`\ufeff${rows.map((row) => csvRecord(row, ';')).join('')}`);
  }
  const { writeWorkbook } = await import('@sinau/connectors/adapters');
  return writeWorkbook(workbookOf([{ title, rows }]));
}
