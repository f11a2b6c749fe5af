export { createComplianceStore } from './compliance-store.ts';
