export {
  checkTincanStatement,
  type TincanCheck,
  type TincanTerms,
} from './check-tincan-statement.ts';
export { type TincanLaunch, tincanLaunchUrl } from './launch-url.ts';
export {
  readTincan,
  type TincanActivity,
  type TincanDocument,
  type TincanReading,
  tincanFile,
} from './read-tincan.ts';
