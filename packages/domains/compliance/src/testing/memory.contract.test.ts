import { complianceStoreContract } from './compliance-store.contract.ts';
import { memoryComplianceStore } from './memory-compliance-store.ts';

complianceStoreContract('memory', async () => memoryComplianceStore());
