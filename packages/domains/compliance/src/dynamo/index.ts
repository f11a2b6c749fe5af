export { createComplianceStore } from './compliance-store.ts';
export { reportFacts } from './report-facts.ts';
export { createReportStore } from './report-store.ts';
