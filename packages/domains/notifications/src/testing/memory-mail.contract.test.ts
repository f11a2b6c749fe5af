import { mailStoreContract } from './mail-store.contract.ts';
import { memoryMailStore } from './memory-mail-store.ts';
import { memoryNoticeStore } from './memory-notice-store.ts';

mailStoreContract('memory', async () => memoryMailStore(memoryNoticeStore()));
