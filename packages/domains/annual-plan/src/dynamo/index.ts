export { createPlanStore } from './plan-store.ts';
export { createSignalStore } from './signal-store.ts';
