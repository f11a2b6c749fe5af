export { createComplianceStore } from './compliance-store.ts';
export { createReportStore } from './report-store.ts';
