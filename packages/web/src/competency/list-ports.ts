import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { SheetPorts } from '../sheets.ts';

export const listKindNames = ['dictionary', 'standards', 'assessments'] as const;
export type ListKindName = (typeof listKindNames)[number];
export type ListProblemName =
  | ('missing' | 'wrong-day' | 'wrong-level' | 'wrong-method' | 'wrong-number' | 'wrong-code' | 'wrong-text')
  | (
      | 'unknown-competency'
      | 'unknown-person'
      | 'oneself'
      | 'twice'
      | 'full'
      | 'changed'
      | 'whole'
      | 'national-code'
    );

export interface ListRowView {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly outcome: 'created' | 'changed' | 'skipped' | 'refused';
  readonly about: string;
  readonly problem?: ListProblemName;
  /** As the template heads it. */
  readonly column?: string;
}

export type ListView =
  | { readonly outcome: 'unreadable'; readonly message: LanguageMap }
  | { readonly outcome: 'missing'; readonly heads: readonly string[] }
  | { readonly outcome: 'too-many'; readonly most: number }
  | {
      readonly outcome: 'read';
      readonly rows: readonly ListRowView[];
      readonly applied: boolean;
      /** To be taken, or to have refused rows given back. */
      readonly text?: string;
    };

export interface RefusedRowsView {
  /** As the sender's file has them. */
  readonly heads: readonly string[];
  readonly rows: readonly (Pick<ListRowView, 'row' | 'problem' | 'column'> & {
    readonly cells: readonly string[];
  })[];
}

/** Dictionaries, standards and assessments of an administrator's own agency as lists. */
export interface CompetencyListPorts extends SheetPorts {
  readonly maxBytes: number;
  template(kind: ListKindName): Promise<string>;
  /** Changes nothing. */
  try(reader: PersonPrincipal, kind: ListKindName, bytes: Uint8Array): Promise<ListView>;
  take(reader: PersonPrincipal, kind: ListKindName, text: string): Promise<ListView>;
  /** Tried once more, the rows that are still refused, as they were sent. */
  refused(reader: PersonPrincipal, kind: ListKindName, text: string): Promise<RefusedRowsView>;
}
