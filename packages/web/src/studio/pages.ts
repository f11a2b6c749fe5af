import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const ImportPage = lazyPage(async () => (await pages()).ImportPage);
export const ImportResult = lazyPage(async () => (await pages()).ImportResult);
export const StudioPage = lazyPage(async () => (await pages()).StudioPage);
export const UploadPage = lazyPage(async () => (await pages()).UploadPage);
