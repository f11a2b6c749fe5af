export { createAdapterPort } from './adapter-maker.ts';
export { createMoodleAdapter, type MoodleAdapterDeps, type MoodleSite } from './moodle/moodle-adapter.ts';
