export { createCalendarStore } from './calendar-store.ts';
export { createCohortSeatStore, createCohortStore } from './cohort-store.ts';
export { createCohortTurnStore } from './cohort-turn-store.ts';
export { createEventStore } from './event-store.ts';
export { programmeFacts } from './facts.ts';
export { createPartnerRuleStore } from './partner-rule-store.ts';
export { createPathMemberStore } from './path-member-store.ts';
export { createPathStore } from './path-store.ts';
export { createSeatStore } from './seat-store.ts';
