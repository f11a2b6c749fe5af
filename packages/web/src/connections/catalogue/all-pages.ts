export { CatalogueBatchPage } from './batch-page.tsx';
export { CatalogueItemPage } from './item-page.tsx';
export { CatalogueListPage } from './list-page.tsx';
export { CataloguePreviewPage } from './preview-page.tsx';
