export { createCreditStore } from './credit-store.ts';
export { changedYear, creditFacts } from './facts.ts';
