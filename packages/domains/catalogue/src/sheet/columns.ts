/** Heads of the sheet, in the order of the template; `course_id` or `code` says which course a row is. */
export const sheetColumns = [
  'course_id',
  'code',
  'title_id',
  'title_en',
  'description_id',
  'description_en',
  'jp',
  'minutes',
  'form',
  'subject',
  'competencies',
  'languages',
  'audience_id',
  'audience_en',
  'price',
  'links',
  'core_values',
  'fields',
  'digital_pillars',
  'certification',
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** A row by its heads; absent: the sheet has no such column, or the cell is empty, and the course stays as it is. */
export type SheetRow = Readonly<Partial<Record<SheetColumn, string>>>;

/** Rows of one file, so that all of them are checked and written while somebody waits. */
export const mostRows = 300;
export const mostSheetBytes = 512 * 1024;

/** Several values of one cell. */
export const joinList = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join(' | ');

export function splitList(cell: string): readonly string[] {
  const values = cell.match(/(?:\\[\s\S]|[^|\\])+/g) ?? [];
  return values.map((value) => value.replaceAll(/\\([\\|])/g, '$1').trim()).filter((value) => value !== '');
}
