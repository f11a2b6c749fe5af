export { memoryPushStore } from './memory-push-store.ts';
export { sampleSubscription } from './sample-subscription.ts';
