import { brokenCell, longCell, type Mapping, type Table, type TableRow } from '@sinau/rostering/table';
import type { SentPayload } from '../results/sent-payload.ts';

const hidden = '…';

/**
 * A row as the table has it, each cell under its head. `nameless`: its learner is nobody whom the provider may know by that name, so the name
 * stands in the masked form that the result has, and what no column is mapped to, which may name them too, is left out.
 */
export function sentRow(
  { heads, file }: Pick<Table, 'heads'> & { readonly file: string | undefined },
  row: TableRow,
  nameless?: { readonly mapping: Mapping; readonly maskedName: string },
): SentPayload {
  const cells = heads.map((head, column) => [head, cellIn(row, column, nameless)]);
  const where = file === undefined ? `${row.row}` : `${file}, ${row.row}`;
  return { text: JSON.stringify({ row: row.row, cells }), contentType: 'application/json', where };
}

function cellIn(row: TableRow, column: number, nameless: Parameters<typeof sentRow>[2]): string {
  const cell = row.cells[column] ?? '';
  if (nameless?.mapping.learner === column) return nameless.maskedName;
  const isRead = !nameless || Object.values(nameless.mapping).includes(column);
  // Marks of ours for what a cell does not hold.
  if (cell === brokenCell || cell === longCell) return hidden;
  return isRead || cell === '' ? cell : hidden;
}
