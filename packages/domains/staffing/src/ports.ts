import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import type { HistoryColumn, HistoryProblem, HistoryRow } from '@sinau/rostering/history';
import type { PeopleProblem, PersonRow } from '@sinau/rostering/people';
import type { Table, TableReading } from '@sinau/rostering/table';
import type { ImportId, ImportJob, ListImportMessage, ListName, RowResult, Sender } from './import-job.ts';

/** Where results of rows begin: the place of their first row in the file, counted from 0. */
export interface ResultPlace {
  readonly importId: ImportId;
  readonly pass: 'trial' | 'run';
  readonly from: number;
}

/**
 * Imports of one kind of list with their cells and results; all of it goes after 90 days. Reads see every write that was answered before, lists may
 * lag by about a second. Every method rejects with `Unavailable` when the store does not answer.
 */
export interface ImportStore {
  /** What the lists that it keeps are about; it knows none of another kind. */
  readonly list: ListName;
  /** `too-large`: nothing was kept. */
  create(job: ImportJob, cells: Table): Promise<'created' | 'too-large'>;
  find(importId: ImportId): Promise<ImportJob | undefined>;
  /** Stores it with the next `rev`; `changed` when the stored one has another than this. */
  save(job: ImportJob): Promise<{ outcome: 'saved'; job: ImportJob } | { outcome: 'changed' }>;
  /** Newest first. */
  listOf(agencyId: AgencyId, limit: number): Promise<readonly ImportJob[]>;
  /** Open ones that no worker has touched since, longest silent first. */
  listSilent(before: string): Promise<readonly ImportJob[]>;
  readCells(importId: ImportId): Promise<Table | undefined>;
  dropCells(importId: ImportId): Promise<void>;
  /** Cells of rows that were refused, to be mended; repeated it keeps the same. */
  keepRefused(job: ImportJob, cells: Table): Promise<void>;
  readRefused(importId: ImportId): Promise<Table | undefined>;
  /** Notes what rows are about to do, once: afterwards it gives back what was noted first. */
  noteResults(place: ResultPlace, results: readonly RowResult[]): Promise<readonly RowResult[]>;
  saveResults(place: ResultPlace, results: readonly RowResult[]): Promise<void>;
  /** In the order of the rows, from a place on; `next` is the place to go on with. */
  listResults(
    place: ResultPlace,
    limit: number,
  ): Promise<{ readonly results: readonly RowResult[]; readonly next?: number }>;
}

export type Taken =
  | {
      readonly outcome: 'created' | 'changed' | 'skipped';
      readonly personId?: PersonId;
      readonly awaitsSupervisor?: true;
    }
  | { readonly outcome: 'refused'; readonly problem: PeopleProblem };

/** Identity, as imports need it. */
export interface PeopleDesk {
  /** A desk for one agency, which looks at its units once. */
  open(input: { readonly agencyId: AgencyId; readonly by: Sender }): Promise<AgencyDesk>;
  /** Whether they may still send lists for the agency. */
  mayImport(by: Sender, agencyId: AgencyId): Promise<boolean>;
}

export interface AgencyDesk {
  /** Brings a row into force, or says what it would do. Repeated it changes nothing more. */
  take(
    row: PersonRow,
    how: { readonly isTrial: boolean; readonly isExpected: (number: string) => boolean },
  ): Promise<Taken>;
}

export type HistoryTaken =
  | {
      readonly outcome: 'created';
      readonly personId?: PersonId;
      /** JP by the rules, caps aside; absent where no rule says. */
      readonly counted?: Jp;
      /** Absent for a trial. */
      readonly learningId?: string;
    }
  | {
      readonly outcome: 'skipped';
      readonly problem: Extract<HistoryProblem, 'recorded' | 'recorded-private'>;
      readonly personId?: PersonId;
      /** Absent where the agency may not look at it. */
      readonly learningId?: string;
    }
  | { readonly outcome: 'refused'; readonly problem: HistoryProblem; readonly column?: HistoryColumn };

/** Learning elsewhere and identity, as lists of the past need them. */
export interface HistoryDesk {
  open(input: { readonly agencyId: AgencyId; readonly by: Sender }): Promise<AgencyHistory>;
  /** Whether they may still send lists for the agency. */
  mayImport(by: Sender, agencyId: AgencyId): Promise<boolean>;
}

export interface AgencyHistory {
  /** What at most one record says, as a row says it; two rows with one in common are the same. */
  claimsOf(row: HistoryRow): readonly string[];
  /** Records a row, or says what it would do. Repeated it finds it recorded. */
  take(row: HistoryRow, how: { readonly isTrial: boolean }): Promise<HistoryTaken>;
}

export interface ImportQueue {
  send(message: ListImportMessage): Promise<void>;
}

/** Reads what people upload. Never rejects for what the bytes hold. */
export interface TableFile {
  read(bytes: Uint8Array): Promise<TableReading>;
}
