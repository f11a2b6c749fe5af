export { memoryAuditLog, memoryExportFiles, memoryPrivacyJobStore } from './memory-privacy.ts';
