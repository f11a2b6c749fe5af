import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const AuditPage = lazyPage(async () => (await pages()).AuditPage);
export const ErasurePage = lazyPage(async () => (await pages()).ErasurePage);
export const ErasuresPage = lazyPage(async () => (await pages()).ErasuresPage);
export const ExportsPage = lazyPage(async () => (await pages()).ExportsPage);
export const RetentionPage = lazyPage(async () => (await pages()).RetentionPage);
export const MyDataPage = lazyPage(async () => (await pages()).MyDataPage);
