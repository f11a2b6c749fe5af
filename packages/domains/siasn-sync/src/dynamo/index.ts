export { createSyncStore } from './sync-store.ts';
