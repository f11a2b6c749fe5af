import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const ClientsPage = lazyPage(async () => (await pages()).ClientsPage);
export const ChangeClientPage = lazyPage(async () => (await pages()).ChangeClientPage);
export const RotatePage = lazyPage(async () => (await pages()).RotatePage);
export const ClientQuestionPage = lazyPage(async () => (await pages()).ClientQuestionPage);
export const SecretPage = lazyPage(async () => (await pages()).SecretPage);
