import type { Caller } from '@sinau/feedback';
import {
  fileProblemWords,
  type ListedRow,
  refusedRows,
  type ThemeDeps,
  type ThemeList,
  themeTemplate,
  tryThemeList,
} from '@sinau/feedback/themes';
import type { Ids, LanguageMap, Locale } from '@sinau/kernel';
import { wordsOf } from '@sinau/rostering/table';
import { type RowsFormat, rowsFile } from './rows-file.ts';
import { tableFile } from './table-file.ts';

const title = 'Tema pengaduan';

export const themeTemplateFile = (format: RowsFormat) => rowsFile(title, themeTemplate, format);

export const refusedRowsFile = (rows: readonly ListedRow[], wish: { format: RowsFormat; language: Locale }) =>
  rowsFile(title, refusedRows(rows, wish.language), wish.format);

/** A file of themes as it came, read and tried; in words why not. */
export async function sendThemeList(
  deps: ThemeDeps & { readonly ids: Ids },
  file: { readonly principal: Caller; readonly name: string; readonly bytes: Uint8Array },
): Promise<
  | { readonly outcome: 'tried'; readonly list: ThemeList; readonly rows: readonly ListedRow[] }
  | { readonly outcome: 'refused'; readonly message: LanguageMap }
> {
  const reading = await tableFile.read(file.bytes);
  if (reading.outcome === 'refused') {
    const { message, mend } = wordsOf(reading.finding);
    const both = { id: `${message.id} ${mend.id}`, en: `${message.en} ${mend.en}` };
    return { outcome: 'refused', message: both };
  }
  const { principal, name } = file;
  const tried = await tryThemeList(deps, { principal, name, table: reading.table });
  return tried.outcome === 'tried' ? tried : { outcome: 'refused', message: fileProblemWords(tried) };
}
