export { memoryReadingStore } from './memory-reading-store.ts';
export { memorySyncStore } from './memory-sync-store.ts';
export { readingStoreContract } from './reading-store.contract.ts';
export { readingWorld, sampleIndex } from './reading-world.ts';
export { sampleContent, sampleSettings, sampleSubjectId } from './samples.ts';
export { syncStoreContract } from './sync-store.contract.ts';
export { clientOf, syncWorld } from './sync-world.ts';
