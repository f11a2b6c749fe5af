export { createBoardStore } from './board-store.ts';
export { createChampionStore } from './champion-store.ts';
export { adoptionFacts } from './facts.ts';
export { createHabitStore } from './habit-store.ts';
export { createNudgeStore } from './nudge-store.ts';
