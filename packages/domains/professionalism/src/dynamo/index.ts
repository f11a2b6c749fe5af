export { createFactsStore } from './facts-store.ts';
