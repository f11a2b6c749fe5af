export {
  checkedMapping,
  guessMapping,
  type Mapping,
  type TableColumn,
  tableColumns,
} from './columns.ts';
export { type TableFinding, type TableProblem, wordsOf } from './problems.ts';
export { readDay } from './read-dates.ts';
export type { EnrolmentRow, LearnerName, ResultRow } from './read-result-row.ts';
export {
  checkTable,
  mostFindings,
  type ReadRow,
  type RowOf,
  readRows,
  type TableCheck,
} from './read-rows.ts';
export { readTextTable } from './read-text-table.ts';
export {
  brokenCell,
  longCell,
  type Table,
  type TableReading,
  type TableRow,
  tableLimits,
} from './table.ts';
export { type TableKind, tableKinds } from './table-kind.ts';
export { csvFile, csvTemplate, workbookTemplate } from './write-table.ts';
export { type PartReader, readWorkbookTable } from './xlsx/read-workbook-table.ts';
export { type WorkbookPart, workbookOf, workbookParts } from './xlsx/write-workbook.ts';
