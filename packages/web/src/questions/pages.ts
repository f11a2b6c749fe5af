import { lazyPage } from '../layout/lazy-page.ts';

// Authors alone see these.
const pages = () => import('./all-pages.ts');

export const BankPage = lazyPage(async () => (await pages()).BankPage);
