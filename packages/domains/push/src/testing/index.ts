export { memoryPushStore } from './memory-push-store.ts';
