import type { AgencyId } from '@sinau/kernel';
import { maskEmployeeNumber } from '@sinau/kernel';
import type { Table, TableRow } from '@sinau/rostering/table';
import type { ImportJob, RowResult, Sender } from './import-job.ts';

/** What a worker asks about lists of one kind. */
export interface ListDesk {
  /** Whether they may still send lists for the agency. */
  mayImport(by: Sender, agencyId: AgencyId): Promise<boolean>;
  /** Ready for the rows of a list, in the name of whoever has sent or started it. */
  open(job: ImportJob, given: { readonly by: Sender; readonly table: Table }): Promise<ListWork>;
}

export interface ListWork {
  /** Takes rows that follow each other, or says what they would do. Repeated it does nothing more. */
  take(rows: readonly TableRow[], how: { readonly isTrial: boolean }): Promise<readonly RowResult[]>;
  /** Takes up again rows that waited for others, once all were taken. Absent where none ever waits. */
  settle?(rows: readonly TableRow[], results: readonly RowResult[]): Promise<readonly RowResult[]>;
}

const together = 8;

/** Works on some at once, results in their order. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += together) {
    results.push(...(await Promise.all(items.slice(start, start + together).map(work))));
  }
  return results;
}

const isSign = (cell: string) => cell.startsWith('\u0000');

/** What a cell says, for people who look for its row. */
export function shownCell({ cells }: TableRow, at: number | undefined): string {
  const text = at === undefined ? '' : (cells[at] ?? '');
  return isSign(text) ? '…' : text.trim();
}

/** As it was sent; nothing where it held nothing that could be read. */
export const plainCell = (cell = ''): string => (isSign(cell) ? '' : cell);

export function shownNumber(cell: string): string {
  const digits = cell.replaceAll(/\D/g, '');
  return digits.length < 8 ? '' : maskEmployeeNumber(digits.slice(0, 18));
}
