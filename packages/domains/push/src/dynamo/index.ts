export { pushFacts } from './facts.ts';
export { createPushStore } from './push-store.ts';
