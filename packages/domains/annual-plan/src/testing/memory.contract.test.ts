import { memoryPlanStore } from './memory-plan-store.ts';
import { memorySignalStore } from './memory-signal-store.ts';
import { planStoreContract } from './plan-store.contract.ts';
import { signalStoreContract } from './signal-store.contract.ts';

planStoreContract('memory', async () => memoryPlanStore());
signalStoreContract('memory', async () => memorySignalStore());
