export { createDailyFileStore } from './daily-file-store.ts';
export { createExportJobStore } from './export-job-store.ts';
export { exportFacts } from './facts.ts';
