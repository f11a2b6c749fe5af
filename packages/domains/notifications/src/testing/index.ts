export { mailStoreContract } from './mail-store.contract.ts';
export { memoryMailStore } from './memory-mail-store.ts';
export { memoryNoticeStore } from './memory-notice-store.ts';
export { noticeStoreContract } from './notice-store.contract.ts';
