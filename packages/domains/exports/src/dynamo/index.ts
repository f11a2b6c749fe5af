export { createDailyFileStore } from './daily-file-store.ts';
