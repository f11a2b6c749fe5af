export { changedDuty, obligationFacts } from './facts.ts';
export { createObligationsStore } from './obligations-store.ts';
export { createTellingStore } from './telling-store.ts';
