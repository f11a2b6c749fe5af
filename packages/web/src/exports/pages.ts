import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const ExportsPage = lazyPage(async () => (await pages()).ExportsPage);
export const NewExportPage = lazyPage(async () => (await pages()).NewExportPage);
export const ExportPage = lazyPage(async () => (await pages()).ExportPage);
export const ExportResult = lazyPage(async () => (await pages()).ExportResult);
export const CancelExportPage = lazyPage(async () => (await pages()).CancelExportPage);
