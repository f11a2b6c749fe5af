import { importStoreContract } from './import-store.contract.ts';
import { memoryImportStore } from './memory-import-store.ts';

importStoreContract('memory', async (list) => memoryImportStore(list));
