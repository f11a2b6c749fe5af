import { InvalidInput, type LanguageMap, parseStrictJson } from '@sinau/kernel';
import { brokenCell, longCell, type Table, wordsOf } from '@sinau/rostering/table';
import * as z from 'zod';
import { tableFile } from '../shared/table-file.ts';

/** What a page tells of a file that is no table: what is wrong, and how to mend it. */
export interface Unreadable {
  readonly outcome: 'unreadable';
  readonly message: LanguageMap;
}

/** A file as a table of rows. */
export async function tableOfFile(
  bytes: Uint8Array,
): Promise<Unreadable | { readonly outcome: 'read'; readonly table: Table }> {
  const reading = await tableFile.read(bytes);
  if (reading.outcome !== 'refused') return { outcome: 'read', table: reading.table };
  const { message, mend } = wordsOf(reading.finding);
  return {
    outcome: 'unreadable',
    message: { id: `${message.id} ${mend.id}`, en: `${message.en} ${mend.en}` },
  };
}

const cells = z.array(z.string().max(4_000)).max(100);
const tableSchema = (mostRows: number) =>
  z.strictObject({
    heads: cells,
    rows: z.array(z.strictObject({ row: z.int().min(1).max(1_000_000), cells })).max(mostRows),
  });

export const changedListText = 'The list is not as it was tried. Send the file again.';

/** The table that the page of a trial has kept, sent back to be taken; whatever else is sent is refused with `InvalidInput`. */
export function triedTable(text: string, mostRows: number): Table {
  const read = parseStrictJson(text);
  const table = tableSchema(mostRows).safeParse(read.ok ? read.value : undefined);
  if (!table.success) throw new InvalidInput(changedListText);
  return table.data;
}

/** A cell that held nothing that could be read holds nothing. */
export const plainCell = (cell: string): string => (cell === brokenCell || cell === longCell ? '' : cell);
