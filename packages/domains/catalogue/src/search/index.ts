export { type FollowCoursesDeps, followCourses } from './follow-courses.ts';
export { type CatalogueSearch, type OpenSearchDeps, openSearch } from './open-search.ts';
export type { ProviderNames, SearchShards } from './ports.ts';
export { completeSearch, type RebuildSearchDeps } from './rebuild-search.ts';
export {
  type FacetCount,
  type FacetName,
  facetNames,
  jpBands,
  prices,
  ratingBands,
  type SearchQuery,
  type SearchResult,
  searchQuerySchema,
  searchSorts,
} from './search-query.ts';
export { type SearchableCourse, searchableOf } from './searchable-course.ts';
