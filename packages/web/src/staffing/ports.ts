import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export interface RowCountsView {
  readonly created: number;
  readonly changed: number;
  readonly skipped: number;
  readonly refused: number;
}

/** A list of people on its way. */
export interface PeopleImportView {
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

export interface OneImportView extends PeopleImportView {
  readonly refused: readonly ImportRowView[];
  /** There are more than these. */
  readonly isCut: boolean;
}

/** Lists of the people of the reader's agency. */
export interface StaffingPorts {
  /** Of one file. */
  readonly maxBytes: number;
  template(format: 'csv' | 'xlsx'): Promise<Uint8Array<ArrayBuffer>>;
  importsOf(person: PersonPrincipal): Promise<readonly PeopleImportView[]>;
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
  results(person: PersonPrincipal, importId: string, language: 'id' | 'en'): Promise<string>;
}
