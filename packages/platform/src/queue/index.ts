export type { Queue } from './queue.ts';
export { type QueueDepth, readQueueDepth } from './queue-depth.ts';
export { redriveDeadLetters } from './redrive-dead-letters.ts';
export { createSqsClient, createSqsQueue } from './sqs-queue.ts';
