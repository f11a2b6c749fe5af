import type { Jp, LanguageMap, Locale, PersonPrincipal } from '@sinau/kernel';
import type { RatingView } from '../ratings/ports.ts';

/** What courses are filtered and counted by; names of the form's fields. */
export const facetNames = [
  'subject',
  'form',
  'jp',
  'rating',
  'language',
  'price',
  'provider',
  'competency',
  'field',
  'coreValue',
  'digitalPillar',
  'certification',
] as const;
export type FacetName = (typeof facetNames)[number];

export const sorts = ['relevance', 'newest', 'rating', 'title', 'jp'] as const;
export type Sort = (typeof sorts)[number];

/** As it was asked in the address. Values are texts of anybody; the search decides what they mean. */
export interface CatalogueQuery {
  readonly text: string;
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

/** A course in a list of results. */
export interface ResultView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  readonly provider: string;
  readonly jp: Jp;
  readonly minutes?: number;
  /** Its count in steps; absent below five ratings. */
  readonly rating?: RatingView;
  readonly form: string;
  readonly languages: readonly string[];
  /** Whole rupiah; 0 is free of charge. */
  readonly price: number;
  /** Of the reader: taken, finished, or asked for and not granted yet. */
  readonly state?: 'active' | 'completed' | 'requested' | 'waiting';
  readonly saved: boolean;
}

export interface FacetValue {
  readonly value: string;
  /** Given where the value is an id, or a code of a list. */
  readonly label?: string;
  readonly count: number;
}

export interface CatalogueView {
  /** One page. */
  readonly courses: readonly ResultView[];
  readonly total: number;
  readonly pages: number;
  /** The most frequent first; what was chosen is there in any case. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** The words as they were understood. */
  readonly corrected?: string;
  /** No course has all the words. */
  readonly partial: boolean;
  /** Searches that would find something, when this one does not. */
  readonly suggestions: readonly string[];
  readonly savedCount: number;
}

/** A saved course; without `course` it was withdrawn from the catalogue since. */
export interface SavedView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly savedAt: string;
  readonly course?: ResultView;
}

export interface CataloguePorts {
  /** `locale`: whose titles an order by title follows. */
  search(person: PersonPrincipal, query: CatalogueQuery, locale: Locale): Promise<CatalogueView>;
  /** The one saved last first. */
  saved(person: PersonPrincipal): Promise<readonly SavedView[]>;
  /** Throws a DomainError when the course is absent or the list is full. */
  save(person: PersonPrincipal, courseId: string): Promise<void>;
  unsave(person: PersonPrincipal, courseId: string): Promise<void>;
}
