import type { Jp, LanguageMap, Locale, PersonPrincipal } from '@sinau/kernel';

export type ListFormat = 'csv' | 'xlsx';

export interface RowCountsView {
  readonly created: number;
  readonly changed: number;
  readonly skipped: number;
  readonly refused: number;
}

/** A list on its way. */
export interface ListImportView {
  readonly importId: string;
  readonly name: string;
  readonly state: 'checking' | 'checked' | 'running' | 'done' | 'failed' | 'discarded';
  readonly rows: number;
  /** 0 to 100, of the trial or of the run. */
  readonly percent: number;
  /** Of the run once it was started, of the trial before. */
  readonly counts: RowCountsView;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** A row that somebody has to look at. */
export interface ImportRowView {
  readonly row: number;
  readonly name: string;
  readonly maskedNumber: string;
  readonly column?: string;
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
}

/** How a row was understood that would become a record. */
export interface ReadRowView {
  readonly row: number;
  readonly name: string;
  readonly maskedNumber: string;
  readonly form: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** By the rules, caps aside; absent where no rule says. */
  readonly counted?: Jp;
}

export interface OneImportView extends ListImportView {
  /** The first rows that would become records, while somebody is to decide about them. */
  readonly read: readonly ReadRowView[];
  readonly refused: readonly ImportRowView[];
  /** There are more than these. */
  readonly isCut: boolean;
}

/** A code that the cells of a list are filled in with. */
export interface ListCode {
  readonly code: string;
  readonly means: LanguageMap;
}

/** A file for spreadsheets; its headers say how it is packed. */
export interface ListFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

interface FileWish {
  readonly language: Locale;
  /** What the reader's browser takes, as it says (`Accept-Encoding`). */
  readonly encodings: string | undefined;
}

/** Lists of one kind, of the reader's agency. */
export interface ListPorts {
  /** Of one file. */
  readonly maxBytes: number;
  template(format: ListFormat): Promise<Uint8Array<ArrayBuffer>>;
  codes(): Promise<readonly ListCode[]>;
  importsOf(person: PersonPrincipal): Promise<readonly ListImportView[]>;
  importOf(person: PersonPrincipal, importId: string): Promise<OneImportView>;
  upload(
    person: PersonPrincipal,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<
    | { readonly outcome: 'uploaded'; readonly importId: string }
    | { readonly outcome: 'refused'; readonly message: LanguageMap; readonly mend: LanguageMap }
  >;
  start(person: PersonPrincipal, importId: string): Promise<void>;
  discard(person: PersonPrincipal, importId: string): Promise<void>;
  /** Every row as a file for spreadsheets. */
  results(person: PersonPrincipal, importId: string, how: FileWish): Promise<ListFile>;
  /** Refused rows as they were sent with their reasons, to be mended and sent again. */
  refusedRows(
    person: PersonPrincipal,
    importId: string,
    how: FileWish & { readonly format: ListFormat },
  ): Promise<ListFile>;
}
