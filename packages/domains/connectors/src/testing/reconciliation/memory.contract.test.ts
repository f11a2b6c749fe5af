import { memoryReconciliationStore } from './memory-reconciliation-store.ts';
import { reconciliationStoreContract } from './reconciliation-store.contract.ts';

reconciliationStoreContract('memory', async () => memoryReconciliationStore());
