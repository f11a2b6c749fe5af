export { createFeedStore, type FeedStoreOptions } from './feed-store.ts';
export { createPullLog, type PullLogOptions } from './pull-log.ts';
