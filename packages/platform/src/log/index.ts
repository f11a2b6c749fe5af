export { createLog } from './create-log.ts';
export type { Log, LogFields } from './log.ts';
export { redact } from './redact.ts';
