export {
  type LocalDynamo,
  type LocalDynamoOptions,
  type StreamConsumer,
  type StreamFeed,
  type StreamHandler,
  type Subscription,
  startLocalDynamo,
} from './dynamo/index.ts';
export {
  createLocalOidc,
  type LocalOidc,
  type LocalOidcOptions,
  type LocalOidcPerson,
} from './oidc/index.ts';
export {
  type ConsumeOptions,
  type Consumer,
  type LocalQueueSettings,
  type LocalQueues,
  type LocalQueuesOptions,
  type QueueEventHandler,
  startLocalQueues,
} from './queue/index.ts';
export { type LocalS3, type LocalS3Options, startLocalS3 } from './s3/index.ts';
