export { memoryInsightStore } from './memory-insight-store.ts';
