import { dailyFileStoreContract } from './daily-file-store.contract.ts';
import { memoryDailyFileStore } from './memory-daily-file-store.ts';

const store = memoryDailyFileStore();

dailyFileStoreContract('memory', async () => store);
