export { cancelExport } from './cancel-export.ts';
export type { DailyCursor, DailyFile } from './daily-file.ts';
export { ExportNotFound, ExportNotReady, NotAnAgency, TooManyExports } from './errors.ts';
export {
  type ExportFilter,
  type ExportId,
  type ExportJob,
  type ExportMessage,
  type ExportState,
  exportDays,
  exportMessageSchema,
  isExpired,
  mostOpenExports,
} from './export-job.ts';
export { dailyFormats, dayOf, exportFormats, type FileFormat, startOfDay } from './file-layout.ts';
export { type DailyDay, linkToDailyFile, listDays } from './list-days.ts';
export type {
  DailyFileStore,
  ExportJobStore,
  ExportQueue,
  FileLinks,
  OpenFile,
  RecordFeed,
  RecordFiles,
  RecordSelection,
  StoredFile,
} from './ports.ts';
export { linkSeconds, linkToPart, listExports, partName, readExport } from './read-export.ts';
export { type ExportRequest, requestExport } from './request-export.ts';
export { type ExportRun, type RunExportDeps, runExport } from './run-export.ts';
export { sweepExports } from './sweep-exports.ts';
export { type DailyFilesDeps, type DailyOutcome, writeDailyFiles } from './write-daily-files.ts';
