export type { ConsumeOptions, Consumer, QueueEventHandler } from './event-source.ts';
export type { LocalQueueSettings } from './queue-settings.ts';
export { type LocalQueues, type LocalQueuesOptions, startLocalQueues } from './start-local-queues.ts';
