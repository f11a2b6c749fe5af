import { memoryNoticeStore } from './memory-notice-store.ts';
import { noticeStoreContract } from './notice-store.contract.ts';

noticeStoreContract('memory', async () => memoryNoticeStore());
