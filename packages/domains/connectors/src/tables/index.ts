export {
  confirmTable,
  discardTable,
  mapTable,
  previewTable,
  type TableInput,
} from './confirm-table.ts';
export { listTables } from './list-tables.ts';
export type { SubjectsByName, TableFilePort, TableFollowUp, TableStore } from './ports.ts';
export type { TablePreview } from './table-preview.ts';
export type { TableSlot, UploadedTable } from './table-slot.ts';
export { type TakeRowsDeps, takeResultRows } from './take-result-rows.ts';
export { type TableDeps, type UploadOutcome, uploadTable } from './upload-table.ts';
