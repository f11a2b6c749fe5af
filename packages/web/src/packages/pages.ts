import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see it.
export const PackagesPage = lazyPage(async () => (await import('./packages-page.tsx')).PackagesPage);
