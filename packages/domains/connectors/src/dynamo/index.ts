export { createConnectionStore } from './connection-store.ts';
