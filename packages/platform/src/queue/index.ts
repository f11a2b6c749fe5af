export type { Queue } from './queue.ts';
export { redriveDeadLetters } from './redrive-dead-letters.ts';
export { createSqsClient, createSqsQueue } from './sqs-queue.ts';
