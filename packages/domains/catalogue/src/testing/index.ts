export { catalogueContract } from './catalogue.contract.ts';
export { courseOf, moduleOf, packageOf, versionOf } from './course-fixtures.ts';
export { type CatalogueStores, memoryCatalogue } from './memory-catalogue.ts';
export { memorySearchShards } from './memory-search-shards.ts';
