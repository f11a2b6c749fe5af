import { lazyPage } from '../layout/lazy-page.ts';

const pages = () => import('./page.tsx');

export const GuestPage = lazyPage(async () => (await pages()).GuestPage);
export const GuestGonePage = lazyPage(async () => (await pages()).GuestGonePage);
export const GuestProgress = lazyPage(async () => (await pages()).GuestProgress);
