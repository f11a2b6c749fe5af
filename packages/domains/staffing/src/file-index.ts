import {
  type PeopleColumn,
  type PeopleMapping,
  type PeopleProblem,
  type PersonRow,
  readPersonRow,
} from '@sinau/rostering/people';
import type { Table, TableRow } from '@sinau/rostering/table';
import { shownCell, shownNumber } from './list-work.ts';

/** A list as a whole: which row of a number or an address is its first. */
export interface FileIndex {
  readonly mapping: PeopleMapping;
  readonly now: Date;
  /** Numbers of rows that can be read, with the row. */
  readonly good: ReadonlyMap<string, number>;
  readonly emails: ReadonlyMap<string, number>;
}

export function indexFile(table: Table, mapping: PeopleMapping, now: Date): FileIndex {
  const good = new Map<string, number>();
  const emails = new Map<string, number>();
  for (const row of table.rows) {
    const read = readPersonRow(row, mapping, now);
    if (!('value' in read)) continue;
    const { number, email } = read.value;
    if (good.has(number)) continue;
    good.set(number, row.row);
    if (email !== undefined && !emails.has(email)) emails.set(email, row.row);
  }
  return { mapping, now, good, emails };
}

/** A row that can be taken, or the first thing that is wrong with it. */
export type RowPlace = {
  readonly row: number;
  readonly name: string;
  readonly maskedNumber: string;
} & ({ readonly value: PersonRow } | { readonly problem: PeopleProblem; readonly column?: PeopleColumn });

export function readRow(row: TableRow, index: FileIndex): RowPlace {
  const { mapping, now } = index;
  const about = {
    row: row.row,
    name: shownCell(row, mapping.name).slice(0, 200),
    maskedNumber: shownNumber(shownCell(row, mapping.number)),
  };
  const read = readPersonRow(row, mapping, now);
  if (!('value' in read)) {
    const [first] = read.findings;
    return {
      ...about,
      problem: first?.problem ?? 'data-wrong',
      ...(first?.column && { column: first.column }),
    };
  }
  const { number, email } = read.value;
  if (index.good.get(number) !== row.row) return { ...about, problem: 'number-twice', column: 'number' };
  if (email !== undefined && index.emails.get(email) !== row.row) {
    return { ...about, problem: 'email-twice', column: 'email' };
  }
  return { ...about, value: read.value };
}
