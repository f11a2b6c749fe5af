export { createNudgeStore } from './nudge-store.ts';
