export { catalogueContract } from './catalogue.contract.ts';
export { type CatalogueStores, memoryCatalogue } from './memory-catalogue.ts';
