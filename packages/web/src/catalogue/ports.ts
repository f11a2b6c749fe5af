import type { PersonPrincipal } from '@sinau/kernel';
import type { CourseCard } from '../course/card.tsx';

export interface CatalogueQuery {
  readonly text?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly providerId?: string;
  readonly pageToken?: string;
}

export interface CatalogueView {
  readonly courses: readonly CourseCard[];
  readonly nextPageToken?: string;
  /** Choices of the filters. */
  readonly languages: readonly string[];
  readonly providers: readonly { readonly providerId: string; readonly name: string }[];
}

export interface CataloguePorts {
  search(person: PersonPrincipal, query: CatalogueQuery): Promise<CatalogueView>;
}
