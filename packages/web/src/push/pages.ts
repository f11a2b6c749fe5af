import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const PushFormPage = lazyPage(async () => (await pages()).PushFormPage);
export const PushListPage = lazyPage(async () => (await pages()).PushListPage);
export const PushPage = lazyPage(async () => (await pages()).PushPage);
export const PushQuestionPage = lazyPage(async () => (await pages()).PushQuestionPage);
export const PushSecretPage = lazyPage(async () => (await pages()).PushSecretPage);
