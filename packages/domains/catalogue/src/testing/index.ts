export { catalogueContract } from './catalogue.contract.ts';
export { courseOf, moduleOf, packageOf, versionOf } from './course-fixtures.ts';
export { type CatalogueStores, memoryCatalogue } from './memory-catalogue.ts';
export { memoryRatings } from './memory-ratings.ts';
export { memorySavedCourses } from './memory-saved-courses.ts';
export { memorySearchShards } from './memory-search-shards.ts';
export { ratingsContract } from './ratings.contract.ts';
export { savedCoursesContract } from './saved-courses.contract.ts';
