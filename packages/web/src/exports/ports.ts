import type { PersonPrincipal } from '@sinau/kernel';

/** What pages offer, the one for spreadsheets first. */
export const exportFormats = ['csv', 'ndjson', 'parquet'] as const;
/** Names that are the same in every language. */
export const formatNames = { csv: 'CSV', ndjson: 'NDJSON', parquet: 'Parquet' } as const;
export type ExportFormat = (typeof exportFormats)[number];
export type DailyFormat = Exclude<ExportFormat, 'csv'>;

export interface ExportFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ExportView {
  readonly exportId: string;
  /** `expired`: it was done, and its files are deleted. */
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';
  readonly format: ExportFormat;
  /** Days in Jakarta, YYYY-MM-DD, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Name of a unit, or its id where it is gone. */
  readonly unit?: string;
  readonly course?: string;
  readonly requestedBy: string;
  readonly rows: number;
  readonly read: number;
  /** Records to look at; absent when that is not known. */
  readonly total?: number;
  /** Of what is to be read. */
  readonly percent: number;
  readonly failure?: 'machine' | 'filter';
  readonly createdAt: string;
  readonly finishedAt?: string;
  readonly availableUntil?: string;
  readonly files: readonly ExportFile[];
}

export interface ExportDay {
  /** Day in Jakarta, YYYY-MM-DD. */
  readonly date: string;
  readonly rows: number;
  readonly files: readonly (readonly [
    DailyFormat,
    { readonly number: number; readonly bytes: number; readonly sha256: string },
  ])[];
}

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly from?: string;
  readonly to?: string;
  readonly unit?: string;
  readonly course?: string;
}

/** Everything here is about the agency of the person who asks, never about one named by the request. */
export interface ExportsPorts {
  /** The newest first. */
  exportsOf(person: PersonPrincipal): Promise<readonly ExportView[]>;
  daysOf(
    person: PersonPrincipal,
    before: string | undefined,
  ): Promise<{ readonly days: readonly ExportDay[]; readonly next?: string }>;
  exportOf(person: PersonPrincipal, exportId: string): Promise<ExportView>;
  unitsOf(person: PersonPrincipal): Promise<readonly { readonly unitId: string; readonly name: string }[]>;
  request(person: PersonPrincipal, request: ExportRequest): Promise<string>;
  cancel(person: PersonPrincipal, exportId: string): Promise<void>;
  /** Where the file can be fetched for a quarter of an hour. */
  linkTo(person: PersonPrincipal, exportId: string, part: number): Promise<string>;
  linkToDaily(
    person: PersonPrincipal,
    file: { readonly date: string; readonly number: number; readonly format: DailyFormat },
  ): Promise<string>;
}
