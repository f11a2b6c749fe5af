export { createAuditLog } from './audit-log.ts';
export { createPrivacyJobStore } from './job-store.ts';
export { createRuleApprovalStore } from './rule-store.ts';
