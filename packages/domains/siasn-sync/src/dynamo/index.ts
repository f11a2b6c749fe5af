export { createReadingStore } from './reading-store.ts';
export { createSyncStore } from './sync-store.ts';
