export { createAccountLinkStore } from './account-link-store.ts';
export { createAttemptStore, createPlacementStore } from './placement-stores.ts';
export { createForeignPlatformStore } from './platform-store.ts';
export { createRegistrationTicketStore, createToolVisitStore } from './visit-stores.ts';
