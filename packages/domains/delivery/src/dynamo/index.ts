export { createEndedStore } from './ended-store.ts';
export { deliveryFacts } from './facts.ts';
export { createGuestStore } from './guest-store.ts';
export { createLaunchLog } from './launch-log.ts';
export { createQuizStore } from './quiz-store.ts';
export { createRegistrationStore } from './registration-store.ts';
export { createScormStore } from './scorm-store.ts';
export { createTrialStore } from './trial-store.ts';
