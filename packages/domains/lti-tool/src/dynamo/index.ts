export { createAccountLinkStore } from './account-link-store.ts';
export { attemptChange } from './attempt-changes.ts';
export { createAttemptStore, createPlacementStore } from './placement-stores.ts';
export { createForeignPlatformStore } from './platform-store.ts';
export { createLineItemStore, createScoreStore } from './score-stores.ts';
export { createRegistrationTicketStore, createToolVisitStore } from './visit-stores.ts';
