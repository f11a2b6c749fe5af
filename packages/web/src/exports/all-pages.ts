export { CancelExportPage } from './cancel-page.tsx';
export { ExportsPage } from './list-page.tsx';
export { NewExportPage } from './new-page.tsx';
export { ExportPage, ExportResult } from './one-page.tsx';
