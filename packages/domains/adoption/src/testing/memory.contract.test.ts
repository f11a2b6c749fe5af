import { memoryNudgeStore } from './memory-nudge-store.ts';
import { nudgeStoreContract } from './nudge-store.contract.ts';

nudgeStoreContract('memory', async () => memoryNudgeStore());
