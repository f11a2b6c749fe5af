export { changedDuty, obligationFacts } from './facts.ts';
export { createObligationsStore } from './obligations-store.ts';
