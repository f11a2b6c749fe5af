export { memoryConnectionStore } from './memory-connection-store.ts';
export { memoryResultStore } from './results/memory-result-store.ts';
export { sampleConnection } from './sample-connection.ts';
