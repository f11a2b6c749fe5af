export { createSealStore } from './seal-store.ts';
