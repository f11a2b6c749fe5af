import type { CatalogueSearch } from '@sinau/catalogue/search';
import { loadBundled } from '../load-bundled.ts';
import type { openPage } from './page-entry.ts';

/** The catalogue's page over this search. */
export async function loadPage(search: CatalogueSearch): Promise<(query: string) => Promise<string>> {
  const built = await loadBundled<{ readonly openPage: typeof openPage }>('catalogue/page-entry.ts');
  return built.openPage(search);
}
