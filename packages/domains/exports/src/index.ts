export type { DailyCursor, DailyFile, Slice } from './daily-file.ts';
export { type DailyFormat, dailyFormats, type FileFormat } from './file-layout.ts';
export type {
  DailyFileStore,
  LaneEnd,
  LineChunk,
  OpenFile,
  RecordFeed,
  RecordFiles,
  StoredFile,
} from './ports.ts';
export { type DailyFilesDeps, type DailyOutcome, writeDailyFiles } from './write-daily-files.ts';
