import { lazyPage } from '../layout/lazy-page.ts';

// Few people ever see these.
const pages = () => import('./all-pages.ts');

export const AgenciesPage = lazyPage(async () => (await pages()).AgenciesPage);
export const ProvidersPage = lazyPage(async () => (await pages()).ProvidersPage);
export const HealthPage = lazyPage(async () => (await pages()).HealthPage);
export const OutboxPage = lazyPage(async () => (await pages()).OutboxPage);
export const OperatorPage = lazyPage(async () => (await pages()).OperatorPage);
export const PeoplePage = lazyPage(async () => (await pages()).PeoplePage);
