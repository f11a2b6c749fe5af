/** A cell: text, a number that stays a number, or nothing. */
export type Cell = string | number | boolean | undefined;

/** What a spreadsheet takes for the beginning of a formula, full-width forms included (case F1). */
const risky = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20']/;
const quoted = { ',': /[",\r\n]/, ';': /[";,\r\n]/ };

/**
 * One record of RFC 4180, with its CRLF. Text that a spreadsheet would run begins with an apostrophe, and so does text
 * that had one already: taking one apostrophe off such a cell gives the original. Numbers are written as they are.
 */
export function csvRecord(cells: readonly Cell[], separator: keyof typeof quoted = ','): string {
  return `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`;
}

function csvCell(cell: Cell, separator: keyof typeof quoted): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = risky.test(cell) ? `'${cell}` : cell;
  return quoted[separator].test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
