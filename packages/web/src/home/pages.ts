import { lazyPage } from '../layout/lazy-page.ts';

// Loaded when it is first shown: what a function loads at its start has a budget.
export const LandingPage = lazyPage(async () => (await import('./landing.tsx')).LandingPage);
export const HomePage = lazyPage(async () => (await import('./page.tsx')).HomePage);
