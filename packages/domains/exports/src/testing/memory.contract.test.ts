import { dailyFileStoreContract } from './daily-file-store.contract.ts';
import { exportJobStoreContract } from './export-job-store.contract.ts';
import { memoryDailyFileStore } from './memory-daily-file-store.ts';
import { memoryExportJobStore } from './memory-export-job-store.ts';

const store = memoryDailyFileStore();

dailyFileStoreContract('memory', async () => store);

const jobs = memoryExportJobStore();
exportJobStoreContract('memory', async () => jobs);
