import { memoryReconciliationStore } from './memory-reconciliation-store.ts';
import { memoryRepairOrderStore } from './memory-repair-order-store.ts';
import { reconciliationStoreContract } from './reconciliation-store.contract.ts';
import { repairOrderStoreContract } from './repair-order-store.contract.ts';

reconciliationStoreContract('memory', async () => memoryReconciliationStore());
repairOrderStoreContract('memory', async () => memoryRepairOrderStore());
