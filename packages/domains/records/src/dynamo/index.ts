export { createFeedRepair } from './feed-repair.ts';
export { createFeedStore, type FeedStoreOptions } from './feed-store.ts';
export { createLaneEraser } from './lane-eraser.ts';
export { createPullLog, type PullLogOptions } from './pull-log.ts';
