import { lazyPage } from '../layout/lazy-page.ts';

// Loaded when it is first shown: what a function loads at its start has a budget.
export const RecordsPage = lazyPage(async () => (await import('./page.tsx')).RecordsPage);
