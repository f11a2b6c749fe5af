import { memoryTableStore } from './memory-table-store.ts';
import { tableStoreContract } from './table-store.contract.ts';

tableStoreContract('memory', async () => memoryTableStore());
