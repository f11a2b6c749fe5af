import { boardStoreContract } from './board-store.contract.ts';
import { championStoreContract } from './champion-store.contract.ts';
import { habitStoreContract } from './habit-store.contract.ts';
import { memoryBoardStore } from './memory-board-store.ts';
import { memoryChampionStore } from './memory-champion-store.ts';
import { memoryHabitStore } from './memory-habit-store.ts';
import { memoryNudgeStore } from './memory-nudge-store.ts';
import { nudgeStoreContract } from './nudge-store.contract.ts';

nudgeStoreContract('memory', async () => memoryNudgeStore());
championStoreContract('memory', async () => memoryChampionStore());
boardStoreContract('memory', async () => memoryBoardStore());
habitStoreContract('memory', async () => memoryHabitStore());
