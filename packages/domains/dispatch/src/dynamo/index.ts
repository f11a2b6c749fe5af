export { createDispatchStore } from './dispatch-store.ts';
