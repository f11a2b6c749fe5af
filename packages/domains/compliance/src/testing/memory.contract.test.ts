import { complianceStoreContract } from './compliance-store.contract.ts';
import { memoryComplianceStore } from './memory-compliance-store.ts';
import { memoryReportStore } from './memory-report-store.ts';
import { reportStoreContract } from './report-store.contract.ts';

complianceStoreContract('memory', async () => memoryComplianceStore());
reportStoreContract('memory', async () => memoryReportStore());
