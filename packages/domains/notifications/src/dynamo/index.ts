export { createMailStore } from './mail-store.ts';
export { createNoticeStore } from './notice-store.ts';
