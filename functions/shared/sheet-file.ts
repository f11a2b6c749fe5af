import { csvRecord } from '@sinau/kernel';
import { workbookOf } from '@sinau/rostering/table';
import type { ListFile, SheetTable } from '@sinau/web';
import { answeredFile, type ListFormat } from './list-files.ts';

/** A table as a file that spreadsheets open: they run nothing in it (case F1), and numbers stay numbers. Notes stand on a sheet of their own; a CSV has none. */
export async function sheetFile(
  { title, rows, notes }: SheetTable,
  { format, encodings }: { readonly format: ListFormat; readonly encodings: string | undefined },
): Promise<ListFile> {
  if (format === 'csv') {
    return answeredFile(`\ufeff${rows.map((row) => csvRecord(row, ';')).join('')}`, encodings);
  }
  const { writeWorkbook } = await import('@sinau/connectors/adapters');
  const about = notes.rows.length > 0 ? [{ title: notes.title, rows: notes.rows }] : [];
  return answeredFile(await writeWorkbook(workbookOf([{ title, rows }, ...about])), encodings);
}
