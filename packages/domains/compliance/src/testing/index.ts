export { complianceStoreContract } from './compliance-store.contract.ts';
export { memoryComplianceStore } from './memory-compliance-store.ts';
export { memoryReportStore } from './memory-report-store.ts';
export { reportStoreContract } from './report-store.contract.ts';
