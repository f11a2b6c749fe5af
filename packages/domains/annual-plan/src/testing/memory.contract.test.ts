import { memoryPlanStore } from './memory-plan-store.ts';
import { planStoreContract } from './plan-store.contract.ts';

planStoreContract('memory', async () => memoryPlanStore());
