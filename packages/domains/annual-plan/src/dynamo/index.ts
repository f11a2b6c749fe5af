export { createPlanStore } from './plan-store.ts';
