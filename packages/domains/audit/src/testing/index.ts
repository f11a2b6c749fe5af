export { memoryAudit } from './memory-audit.ts';
