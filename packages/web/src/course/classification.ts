import type { LanguageMap } from '@sinau/kernel';

/** What a course is about in lists that everybody has, by code. */
export interface ClassificationFacts {
  readonly coreValues: readonly string[];
  /** The one that stands first is the main one. */
  readonly fields: readonly string[];
  readonly digitalPillars: readonly string[];
  readonly certification?: string;
}

/** The same, as it is called. */
export interface ClassifiedNames {
  readonly coreValues: readonly LanguageMap[];
  readonly fields: readonly LanguageMap[];
  readonly digitalPillars: readonly LanguageMap[];
  readonly certification?: LanguageMap;
}

/** What may be chosen; `isConfirmed`: the list was read in an official text. */
export interface ListedChoices {
  readonly isConfirmed: boolean;
  readonly rows: readonly { readonly code: string; readonly name: LanguageMap }[];
}
export type ClassificationChoices = Readonly<
  Record<'coreValues' | 'fields' | 'digitalPillars' | 'certification', ListedChoices>
>;
