import { boardStoreContract } from './board-store.contract.ts';
import { habitStoreContract } from './habit-store.contract.ts';
import { memoryBoardStore } from './memory-board-store.ts';
import { memoryHabitStore } from './memory-habit-store.ts';
import { memoryNudgeStore } from './memory-nudge-store.ts';
import { nudgeStoreContract } from './nudge-store.contract.ts';

nudgeStoreContract('memory', async () => memoryNudgeStore());
boardStoreContract('memory', async () => memoryBoardStore());
habitStoreContract('memory', async () => memoryHabitStore());
