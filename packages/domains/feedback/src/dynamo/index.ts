export { createAnswerStore } from './answer-store.ts';
export { createForumStore } from './forum-store.ts';
export { createServiceStore } from './service-store.ts';
export { createThemeListStore, createThemeStore } from './theme-store.ts';
