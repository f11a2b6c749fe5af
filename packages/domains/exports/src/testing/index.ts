export { dailyFileStoreContract } from './daily-file-store.contract.ts';
export { memoryDailyFileStore } from './memory-daily-file-store.ts';
export { memoryRecordFeed } from './memory-record-feed.ts';
