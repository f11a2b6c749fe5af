export { memoryConnectionStore } from './memory-connection-store.ts';
export { sampleConnection } from './sample-connection.ts';
