export { createBoardStore } from './board-store.ts';
export { createHabitStore } from './habit-store.ts';
export { createNudgeStore } from './nudge-store.ts';
