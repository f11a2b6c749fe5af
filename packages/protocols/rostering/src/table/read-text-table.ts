import { readCsv } from '@sinau/kernel';
import { longCell, type TableReading, tableLimits, tableOf } from './table.ts';

/**
 * A CSV file as spreadsheets write it: `,`, `;` or tab; with or without a byte order mark; in UTF-8, UTF-16 ("Unicode text")
 * or, when it is none of these, in the letters of Windows.
 */
export function readTextTable(bytes: Uint8Array): TableReading {
  if (bytes.length > tableLimits.file) return { outcome: 'refused', finding: { problem: 'file-large' } };
  const text = decode(bytes);
  if (text === undefined || text.includes('\u0000')) {
    return { outcome: 'refused', finding: { problem: 'file-unreadable' } };
  }
  const read = readCsv(text);
  if (isCutOff(text, read)) return { outcome: 'refused', finding: { problem: 'file-cut' } };
  const rows = read.map(({ row, cells }) => ({
    row,
    cells: cells.map((cell) => (cell.length > tableLimits.cell ? longCell : cell)),
  }));
  return tableOf(rows);
}

/**
 * A file that came in part ends in the middle of a row, without the end of a line. Rows that people shorten by hand differ among
 * themselves; where all others are as long as the first, a shorter last one was longer once.
 */
function isCutOff(text: string, rows: readonly { readonly cells: readonly string[] }[]): boolean {
  if (/[\r\n]$/.test(text)) return false;
  const [first, ...others] = rows.map(({ cells }) => cells.length);
  const last = others.pop();
  if (first === undefined || last === undefined || others.length === 0) return false;
  return last < first && others.every((length) => length === first);
}

function decode(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be');
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252');
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
