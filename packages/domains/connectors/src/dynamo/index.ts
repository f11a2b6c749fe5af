export { createConnectionStore } from './connection-store.ts';
export { createResultStore } from './results/result-store.ts';
