import { lazyPage } from '../layout/lazy-page.ts';

// Loaded with the first search: the portal's start has a budget.
const pages = () => import('./all-pages.ts');

export const CataloguePage = lazyPage(async () => (await pages()).CataloguePage);
export const SavedPage = lazyPage(async () => (await pages()).SavedPage);
