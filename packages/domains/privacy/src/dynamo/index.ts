export { createAuditLog } from './audit-log.ts';
export { createHoldStore } from './hold-store.ts';
export { createIncidentStore } from './incident-store.ts';
export { createPrivacyJobStore } from './job-store.ts';
export { privacyFacts } from './request-facts.ts';
export { createDataRequestStore } from './request-store.ts';
export { createRuleApprovalStore } from './rule-store.ts';
