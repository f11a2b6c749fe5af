export { appendRecords } from './append-records.ts';
export { countWaiting, type WaitingLines } from './count-waiting.ts';
export type { LanePlace, LanePlaces } from './cursor.ts';
export { CursorInvalid } from './errors.ts';
export type { FeedChunk, FeedLine, FeedUnit, RecordedCommit } from './feed.ts';
export type { FeedStore, StatementBodies } from './ports.ts';
export { type PulledPage, type PullRequest, pullRecords } from './pull-records.ts';
export { type FeedPage, readFeed } from './read-feed.ts';
