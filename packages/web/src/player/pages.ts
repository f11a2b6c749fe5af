import { lazyPage } from '../layout/lazy-page.ts';

// Loaded when they are first shown: what a function loads at its start has a budget.
const pages = () => import('./page.tsx');

export const PlayerPage = lazyPage(async () => (await pages()).PlayerPage);
export const PlayerProgress = lazyPage(async () => (await pages()).PlayerProgress);
export const ReturnedPage = lazyPage(async () => (await pages()).ReturnedPage);
export const TrialStatements = lazyPage(async () => (await pages()).TrialStatements);
