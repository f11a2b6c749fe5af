import { lazyPage } from '../layout/lazy-page.ts';

// Loaded with the first course that is looked at: the portal's start has a budget.
export const DetailFacts = lazyPage(async () => (await import('./detail-facts.tsx')).DetailFacts);
export const KeepForLater = lazyPage(async () => (await import('./detail-facts.tsx')).KeepForLater);
