export { memoryDecreeRoom, someDecree, someOfficials, withoutOfficials } from './memory-decrees.ts';
export { memoryPlanStore } from './memory-plan-store.ts';
export { memoryLinkStore, memoryRealisedStore } from './memory-realisation.ts';
export { memoryRuleStore, memoryStandingStore } from './memory-rules.ts';
export { memorySignalStore } from './memory-signal-store.ts';
export { planStoreContract } from './plan-store.contract.ts';
export { realisationContract } from './realisation.contract.ts';
export { ruleStoreContract } from './rule-store.contract.ts';
export {
  planAdmin,
  planColleague,
  planItemOf,
  planOf,
  planOfficial,
  someGap,
  someNeed,
  someRequest,
  someSurvey,
} from './samples.ts';
export { signalStoreContract } from './signal-store.contract.ts';
