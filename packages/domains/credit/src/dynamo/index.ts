export { createCreditStore } from './credit-store.ts';
export { changedLedger, changedYear, creditFacts } from './facts.ts';
