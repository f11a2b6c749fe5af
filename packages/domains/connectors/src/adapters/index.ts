export { createAdapterPort } from './adapter-maker.ts';
export { createAddressCheck } from './address-check.ts';
export { createMessageVerifier } from './message-verifier.ts';
export { createMoodleAdapter, type MoodleAdapterDeps, type MoodleSite } from './moodle/moodle-adapter.ts';
