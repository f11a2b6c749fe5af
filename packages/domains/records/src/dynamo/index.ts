export { createFeedStore, type FeedStoreOptions } from './feed-store.ts';
