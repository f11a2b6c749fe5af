export { dailyFileStoreContract } from './daily-file-store.contract.ts';
export { exportJobStoreContract } from './export-job-store.contract.ts';
export { memoryDailyFileStore } from './memory-daily-file-store.ts';
export { memoryExportJobStore } from './memory-export-job-store.ts';
export { memoryRecordFeed } from './memory-record-feed.ts';
