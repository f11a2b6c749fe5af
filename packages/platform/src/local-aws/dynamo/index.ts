export { type LocalDynamo, type LocalDynamoOptions, startLocalDynamo } from './start-local-dynamo.ts';
export type { StreamConsumer, StreamFeed, StreamHandler, Subscription } from './stream-feed.ts';
