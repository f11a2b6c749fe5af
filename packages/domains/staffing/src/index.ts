export { discardImport, listImports, startImport } from './decide-import.ts';
export { ImportChanged, ImportNotFound } from './errors.ts';
export {
  type ImportId,
  type ImportJob,
  type PeopleImportMessage,
  peopleImportMessageSchema,
  type RowCounts,
  type RowOutcome,
  type RowResult,
  rowOutcomes,
  type Sender,
} from './import-job.ts';
export type { Importer } from './own-import.ts';
export type {
  AgencyDesk,
  ImportQueue,
  ImportStore,
  PeopleDesk,
  TableFile,
  Taken,
} from './ports.ts';
export { eachResult, listResults, readImport, resultsCsv, resultsPass } from './read-results.ts';
export { type RunImportDeps, runImport } from './run-import.ts';
export { sweepPeopleImports } from './sweep-imports.ts';
export { type UploadOutcome, uploadImport } from './upload-import.ts';
