import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const ReportsPage = lazyPage(async () => (await pages()).ReportsPage);
export const StudioRatingsPage = lazyPage(async () => (await pages()).StudioRatingsPage);
