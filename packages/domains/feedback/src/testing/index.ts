export { feedbackStoresContract } from './feedback-stores.contract.ts';
export { forumStoreContract } from './forum-store.contract.ts';
export { memoryFeedbackStores } from './memory-feedback-stores.ts';
export { memoryForumStore } from './memory-forum-store.ts';
export { memoryMinutesRoom } from './memory-minutes-room.ts';
export { memoryThemeStores } from './memory-theme-stores.ts';
export { themeStoresContract } from './theme-stores.contract.ts';
