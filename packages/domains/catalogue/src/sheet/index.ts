export { mostSheetBytes, sheetColumns } from './columns.ts';
export { exportSheet, type SheetFlavour, sheetTemplate } from './export-sheet.ts';
export { importSheet, type RowResult, type SheetResult } from './import-sheet.ts';
