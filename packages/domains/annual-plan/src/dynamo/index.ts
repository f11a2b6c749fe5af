export { annualPlanFacts } from './facts.ts';
export { createLinkStore } from './link-store.ts';
export { createPlanStore } from './plan-store.ts';
export { createRealisedStore } from './realised-store.ts';
export { createRuleStore } from './rule-store.ts';
export { createSignalStore } from './signal-store.ts';
export { createStandingStore } from './standing-store.ts';
