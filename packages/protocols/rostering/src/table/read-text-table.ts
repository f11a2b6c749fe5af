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
  const rows = readCsv(text).map(({ row, cells }) => ({
    row,
    cells: cells.map((cell) => (cell.length > tableLimits.cell ? longCell : cell)),
  }));
  return tableOf(rows);
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
