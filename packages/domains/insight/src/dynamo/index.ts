export { createInsightStore } from './insight-store.ts';
