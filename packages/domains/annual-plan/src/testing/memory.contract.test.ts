import { memoryPlanStore } from './memory-plan-store.ts';
import { memoryLinkStore, memoryRealisedStore } from './memory-realisation.ts';
import { memoryRuleStore, memoryStandingStore } from './memory-rules.ts';
import { memorySignalStore } from './memory-signal-store.ts';
import { planStoreContract } from './plan-store.contract.ts';
import { realisationContract } from './realisation.contract.ts';
import { ruleStoreContract } from './rule-store.contract.ts';
import { signalStoreContract } from './signal-store.contract.ts';

planStoreContract('memory', async () => memoryPlanStore());
signalStoreContract('memory', async () => memorySignalStore());
realisationContract('memory', async () => ({ links: memoryLinkStore(), realised: memoryRealisedStore() }));
ruleStoreContract('memory', async () => ({ rules: memoryRuleStore(), standings: memoryStandingStore() }));
