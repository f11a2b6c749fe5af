export { annualPlanFacts } from './facts.ts';
export { createLinkStore } from './link-store.ts';
export { createPlanStore } from './plan-store.ts';
export { createRealisedStore } from './realised-store.ts';
export { createSignalStore } from './signal-store.ts';
