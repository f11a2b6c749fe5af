export { appendRecords, laneOf } from './append-records.ts';
export { countWaiting, type WaitingLines } from './count-waiting.ts';
export type { LanePlace, LanePlaces } from './cursor.ts';
export {
  type EraseLinesDeps,
  type EraseLinesStep,
  eraseLines,
  type LineRewriter,
  tellErasures,
} from './erase-lines.ts';
export { CursorInvalid } from './errors.ts';
export type { FeedChunk, FeedLine, FeedUnit, RecordedCommit } from './feed.ts';
export { csvColumns, flattenLines } from './flatten-lines.ts';
export { type FilterDeps, type OpenedFilter, openFilter, type PullFilter } from './open-filter.ts';
export { placeSince } from './place-since.ts';
export type {
  CourseDirectory,
  FeedEraser,
  FeedRepair,
  FeedStore,
  LaneHead,
  Member,
  NotedPull,
  PeopleDirectory,
  PullLog,
  StatementBodies,
} from './ports.ts';
export type { FeedProgress } from './progress.ts';
export { type PulledPage, type PullRequest, pullRecords } from './pull-records.ts';
export { readChunks, type TextChunk } from './read-chunks.ts';
export { type FeedPage, readFeed } from './read-feed.ts';
export { type AgencyPulls, type PullState, readPulls } from './read-pulls.ts';
export { countLanes, createFeedRestorer, type FeedRestorer, type RestoreDeps } from './restore-records.ts';
