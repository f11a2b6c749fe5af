import { lazyPage } from '../../layout/lazy-page.ts';

const pages = () => import('./all-pages.ts');

export const CatalogueBatchPage = lazyPage(async () => (await pages()).CatalogueBatchPage);
export const CatalogueItemPage = lazyPage(async () => (await pages()).CatalogueItemPage);
export const CatalogueListPage = lazyPage(async () => (await pages()).CatalogueListPage);
export const CataloguePreviewPage = lazyPage(async () => (await pages()).CataloguePreviewPage);
