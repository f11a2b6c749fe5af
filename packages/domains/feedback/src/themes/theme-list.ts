import type { AgencyId } from '@sinau/kernel';
import type { RowFinding } from './read-row.ts';
import type { ThemeCount, ThemeListId } from './theme.ts';

/** `taking` and `undoing`: begun, and to be gone on with. */
export const listStates = ['tried', 'taking', 'taken', 'undoing', 'undone'] as const;
export type ListState = (typeof listStates)[number];

export const rowOutcomes = ['created', 'changed', 'skipped', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** One row of a list, with what stood in its place. */
export interface ListedRow {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly outcome: RowOutcome;
  /** Of a refused row. */
  readonly finding?: RowFinding;
  /** Of a refused row, in the order of the template and without numbers and addresses of persons. */
  readonly cells?: readonly string[];
  /** Name of the service as the row has it; of a row that is not refused. */
  readonly service?: string;
  /** What the row says; `rev` as it was read of what stands there. */
  readonly next?: ThemeCount;
  readonly before?: ThemeCount;
}

/** A file of themes that an agency has sent. */
export interface ThemeList {
  readonly listId: ThemeListId;
  readonly agencyId: AgencyId;
  /** Of its file. */
  readonly name: string;
  readonly state: ListState;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** Heads of columns that were not kept. */
  readonly ignored: readonly string[];
  /** Who sent it, and when. */
  readonly by: string;
  readonly createdAt: string;
  readonly takenAt?: string;
  readonly undoneAt?: string;
  readonly rev: number;
}

/** Rows of one list: it is taken while somebody waits for the answer. */
export const mostRows = 500;
export const longestName = 120;

export const countsOf = (rows: readonly ListedRow[]): ThemeList['counts'] => {
  const of = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
  return { created: of('created'), changed: of('changed'), skipped: of('skipped'), refused: of('refused') };
};
