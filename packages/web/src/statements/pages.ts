import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const StatementPage = lazyPage(async () => (await pages()).StatementPage);
export const StatementsPage = lazyPage(async () => (await pages()).StatementsPage);
