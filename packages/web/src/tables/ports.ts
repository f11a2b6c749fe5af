import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export const tableKindNames = ['catalogue', 'results', 'enrolments'] as const;
export type TableKindName = (typeof tableKindNames)[number];

export interface TableSlotView {
  readonly kind: TableKindName;
  /** Uploaded and not confirmed yet. */
  readonly pending?: {
    readonly tableId: string;
    readonly name: string;
    readonly rows: number;
    readonly at: string;
  };
  /** What the connection says now. */
  readonly current?: { readonly name: string; readonly rows: number; readonly at: string };
}

/** What a field of ours is filled with: one of the columns of the file, or nothing. */
export interface TableColumnView {
  readonly column: string;
  readonly head: string;
  readonly isRequired: boolean;
  readonly at?: number;
}

export interface TableFindingView {
  readonly row?: number;
  readonly column?: string;
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
}

export interface TablePreviewView {
  readonly kind: TableKindName;
  readonly tableId: string;
  readonly name: string;
  readonly heads: readonly string[];
  readonly columns: readonly TableColumnView[];
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  /** There are more than these. */
  readonly isCut: boolean;
  readonly findings: readonly TableFindingView[];
  readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly isUsable: boolean;
}

export interface TableAt {
  readonly connectionId: string;
  readonly kind: TableKindName;
  readonly tableId: string;
}

/** Tables of a connection of the provider that the person writes for. */
export interface TablesPorts {
  /** Of one file. */
  readonly maxBytes: number;
  template(kind: TableKindName, format: 'csv' | 'xlsx'): Promise<Uint8Array<ArrayBuffer>>;
  slotsOf(person: PersonPrincipal, connectionId: string): Promise<readonly TableSlotView[]>;
  upload(
    person: PersonPrincipal,
    connectionId: string,
    file: { readonly kind: TableKindName; readonly name: string; readonly bytes: Uint8Array },
  ): Promise<
    | { readonly outcome: 'uploaded'; readonly tableId: string }
    | { readonly outcome: 'refused'; readonly message: LanguageMap; readonly mend: LanguageMap }
  >;
  preview(person: PersonPrincipal, at: TableAt): Promise<TablePreviewView>;
  /** Columns of the file by our names for them. */
  map(person: PersonPrincipal, at: TableAt, mapping: Readonly<Record<string, number>>): Promise<void>;
  /** `isWhole`: of enrolments; whoever it does not name is in none of the courses that it names. */
  confirm(person: PersonPrincipal, at: TableAt & { readonly isWhole?: boolean }): Promise<void>;
  discard(person: PersonPrincipal, at: TableAt): Promise<void>;
}
