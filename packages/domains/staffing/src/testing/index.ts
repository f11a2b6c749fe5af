export { importStoreContract } from './import-store.contract.ts';
export { memoryImportStore } from './memory-import-store.ts';
