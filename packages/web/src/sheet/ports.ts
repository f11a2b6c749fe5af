import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export interface SheetIssue {
  readonly column?: string;
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
}

export interface SheetRowView {
  readonly row: number;
  readonly title: LanguageMap;
  readonly courseId?: string;
  readonly outcome: 'create' | 'update' | 'unchanged' | 'refused' | 'changed-meanwhile';
  readonly issues: readonly SheetIssue[];
}

export interface SheetView {
  readonly applied: boolean;
  readonly issues: readonly SheetIssue[];
  readonly rows: readonly SheetRowView[];
}

export interface SheetPorts {
  readonly maxBytes: number;
  /** Of the author's own provider; opens in a spreadsheet. */
  file(
    person: PersonPrincipal,
    file: { readonly content: 'courses' | 'template'; readonly flavour: 'plain' | 'excel' },
  ): Promise<string>;
  send(person: PersonPrincipal, text: string, mode: 'check' | 'apply'): Promise<SheetView>;
}
