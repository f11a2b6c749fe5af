import type { LanguageMap, Locale, PersonPrincipal } from '@sinau/kernel';

export type ChannelName = 'lapor' | 'counter' | 'letter' | 'phone' | 'social' | 'online' | 'other';
export type FileFormat = 'csv' | 'xlsx';

/** Counted complaints of one theme through one channel in one period. */
export interface ThemeCountView {
  /** `2026-10`, `2026-Q3`, `2026-S1` or `2026`. */
  readonly period: string;
  readonly theme: string;
  readonly channel: ChannelName;
  readonly count: number;
  readonly handled: number;
  /** Days until half of the handled ones were, in tenths. */
  readonly medianTenths?: number;
}

export interface ThemeListSummary {
  readonly listId: string;
  readonly name: string;
  readonly state: 'tried' | 'taking' | 'taken' | 'undoing' | 'undone';
  readonly counts: Readonly<Record<ThemeRowOutcome, number>>;
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
}

export type ThemeRowOutcome = 'created' | 'changed' | 'skipped' | 'refused';

export interface ThemeRowView {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly outcome: ThemeRowOutcome;
  /** Of a row that is not refused. */
  readonly service?: string;
  readonly says?: ThemeCountView;
  /** What stands, or stood, in its place. */
  readonly before?: ThemeCountView;
  /** Of a refused row: the head of its column, and what is wrong. */
  readonly column?: string;
  readonly problem?: LanguageMap;
}

export interface ThemeListView extends ThemeListSummary {
  /** Heads of columns that were not kept. */
  readonly ignored: readonly string[];
  /** Absent: they are gone by their age, and the list can be neither taken nor undone. */
  readonly rows?: readonly ThemeRowView[];
}

export interface ThemeOverview {
  readonly year: number;
  /** Years that may be chosen, newest first. */
  readonly years: readonly number[];
  /** Those with numbers in the year, by name; rows by period, the most frequent first. */
  readonly services: readonly { readonly name: string; readonly rows: readonly ThemeCountView[] }[];
  /** False: the agency has no service that a list could name. */
  readonly hasServices: boolean;
  /** Newest first. */
  readonly lists: readonly ThemeListSummary[];
}

/** Themes of complaints of an administrator's own agency. */
export interface ThemePorts {
  readonly maxBytes: number;
  /** `year` absent or out of reach: this one. */
  overviewOf(person: PersonPrincipal, year?: number): Promise<ThemeOverview>;
  template(format: FileFormat): Promise<Uint8Array<ArrayBuffer>>;
  /** Rows of a year. */
  fileOf(
    person: PersonPrincipal,
    wish: { readonly year: number; readonly format: FileFormat; readonly language: Locale },
  ): Promise<Uint8Array<ArrayBuffer>>;
  upload(
    person: PersonPrincipal,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<
    | { readonly outcome: 'tried'; readonly listId: string }
    | { readonly outcome: 'refused'; readonly message: LanguageMap }
  >;
  listOf(person: PersonPrincipal, listId: string): Promise<ThemeListView>;
  take(person: PersonPrincipal, listId: string): Promise<void>;
  undo(person: PersonPrincipal, listId: string): Promise<void>;
  refusedRows(
    person: PersonPrincipal,
    listId: string,
    wish: { readonly format: FileFormat; readonly language: Locale },
  ): Promise<Uint8Array<ArrayBuffer>>;
}
