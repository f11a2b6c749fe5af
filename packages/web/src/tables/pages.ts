import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
export const TablesPage = lazyPage(async () => (await import('./tables-page.tsx')).TablesPage);
export const TablePage = lazyPage(async () => (await import('./table-page.tsx')).TablePage);
