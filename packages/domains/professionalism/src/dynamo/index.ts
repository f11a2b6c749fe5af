export { createFactsStore } from './facts-store.ts';
export { createOfficialStore } from './official-store.ts';
