export { complianceStoreContract } from './compliance-store.contract.ts';
export { memoryComplianceStore } from './memory-compliance-store.ts';
