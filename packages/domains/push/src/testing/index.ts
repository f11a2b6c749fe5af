export { listFeed } from './list-feed.ts';
export { memoryPushStore } from './memory-push-store.ts';
export { sampleSubscription } from './sample-subscription.ts';
export { scriptedCourier } from './scripted-courier.ts';
