export { createHabitStore } from './habit-store.ts';
export { createNudgeStore } from './nudge-store.ts';
