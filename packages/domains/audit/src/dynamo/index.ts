export { createAnchorStore, createCheckStore, createSeenLately } from './anchor-store.ts';
export { createReadingLog, type ReadingLogOptions } from './reading-log.ts';
