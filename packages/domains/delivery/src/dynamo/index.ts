export { deliveryFacts } from './facts.ts';
export { createRegistrationStore } from './registration-store.ts';
