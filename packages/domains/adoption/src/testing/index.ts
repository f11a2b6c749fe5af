export { boardStoreContract } from './board-store.contract.ts';
export { championStoreContract } from './champion-store.contract.ts';
export { habitStoreContract } from './habit-store.contract.ts';
export { memoryBoardStore } from './memory-board-store.ts';
export { memoryChampionStore } from './memory-champion-store.ts';
export { memoryHabitStore } from './memory-habit-store.ts';
export { memoryNudgeStore } from './memory-nudge-store.ts';
export { nudgeStoreContract } from './nudge-store.contract.ts';
export { learnerOf, nudgeWorld, principalOf } from './nudge-world.ts';
