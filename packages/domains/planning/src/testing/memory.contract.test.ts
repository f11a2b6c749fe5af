import { memoryPlanningStore } from './memory-planning-store.ts';
import { planningStoreContract } from './planning-store.contract.ts';

planningStoreContract('memory', async () => memoryPlanningStore());
