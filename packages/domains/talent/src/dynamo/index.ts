export { createTalentStore } from './talent-store.ts';
