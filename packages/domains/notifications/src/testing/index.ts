export { memoryNoticeStore } from './memory-notice-store.ts';
export { noticeStoreContract } from './notice-store.contract.ts';
