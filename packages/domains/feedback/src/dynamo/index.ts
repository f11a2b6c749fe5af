export { createAnswerStore } from './answer-store.ts';
export { createServiceStore } from './service-store.ts';
export { createThemeListStore, createThemeStore } from './theme-store.ts';
