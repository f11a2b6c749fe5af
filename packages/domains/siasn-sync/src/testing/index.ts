export { memorySyncStore } from './memory-sync-store.ts';
export { sampleContent, sampleSettings, sampleSubjectId } from './samples.ts';
export { syncStoreContract } from './sync-store.contract.ts';
export { clientOf, syncWorld } from './sync-world.ts';
