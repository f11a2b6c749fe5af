export { createImportStore } from './import-store.ts';
