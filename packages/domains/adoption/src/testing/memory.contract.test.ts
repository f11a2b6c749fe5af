import { habitStoreContract } from './habit-store.contract.ts';
import { memoryHabitStore } from './memory-habit-store.ts';
import { memoryNudgeStore } from './memory-nudge-store.ts';
import { nudgeStoreContract } from './nudge-store.contract.ts';

nudgeStoreContract('memory', async () => memoryNudgeStore());
habitStoreContract('memory', async () => memoryHabitStore());
