export { feedEraserContract } from './feed-eraser.contract.ts';
export { feedStoreContract } from './feed-store.contract.ts';
export { memoryFeedStore } from './memory-feed-store.ts';
export { memoryPullLog } from './memory-pull-log.ts';
