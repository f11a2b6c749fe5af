export { createRecordStore, type RecordStore, type RecordStoreOptions } from './create-record-store.ts';
export type { RecordedFacts, RecordFollower } from './follower.ts';
export type { HealedHolds, RecordHealer } from './heal-held.ts';
export { countHeldCommits, type HeldCommits } from './held-commits.ts';
export { type Horizon, sharedHorizon, soleHorizon } from './horizon.ts';
export type { AppliedVoid } from './links.ts';
export type { RecordReplay } from './replay.ts';
export { defaultSettings, type LrsSettings, localSettings, type ShardCounts } from './settings.ts';
