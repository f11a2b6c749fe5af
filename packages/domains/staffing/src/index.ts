export { discardImport, listImports, startImport } from './decide-import.ts';
export { ImportChanged, ImportNotFound } from './errors.ts';
export {
  type ImportId,
  type ImportJob,
  type ListImportMessage,
  type ListName,
  listImportMessageSchema,
  listNames,
  type RowCounts,
  type RowOutcome,
  type RowResult,
  rowOutcomes,
  type Sender,
} from './import-job.ts';
export { headOf, problemWordsOf } from './list-words.ts';
export type { Importer } from './own-import.ts';
export type {
  AgencyDesk,
  HistoryDesk,
  HistoryTaken,
  ImportQueue,
  ImportStore,
  PeopleDesk,
  TableFile,
  Taken,
} from './ports.ts';
export { eachResult, listResults, readImport, resultsCsv, resultsPass } from './read-results.ts';
export { refusedRows } from './refused-rows.ts';
export { type RunHistoryDeps, runHistoryImport } from './run-history.ts';
export { type RunPeopleDeps, runPeopleImport } from './run-people.ts';
export { sweepListImports } from './sweep-imports.ts';
export { type UploadOutcome, uploadImport } from './upload-import.ts';
