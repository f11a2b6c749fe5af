export { feedStoreContract } from './feed-store.contract.ts';
export { memoryFeedStore } from './memory-feed-store.ts';
