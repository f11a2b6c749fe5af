export { createPlanningStore } from './planning-store.ts';
