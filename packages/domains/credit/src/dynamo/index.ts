export { createCreditStore } from './credit-store.ts';
export { creditFacts } from './facts.ts';
