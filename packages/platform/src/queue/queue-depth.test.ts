import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { fixedClock } from '@sinau/kernel/testing';
import { afterEach, expect, it } from 'vitest';
import * as z from 'zod';
import { type LocalQueues, startLocalQueues } from '../local-aws/queue/index.ts';
import { readQueueDepth } from './queue-depth.ts';
import { createSqsQueue } from './sqs-queue.ts';

let queues: LocalQueues | undefined;
afterEach(() => queues?.close());

it('tells what waits, due or not, from what a worker has', async () => {
  const settings = { name: 'work', visibilityTimeoutSeconds: 30, maxReceiveCount: 3 };
  queues = startLocalQueues({ queues: [settings], clock: fixedClock() });
  const client = new SQSClient({ ...queues.clientConfig, maxAttempts: 1 });
  const queueUrl = queues.url('work');
  const queue = createSqsQueue({ client, queueUrl, schema: z.string() });
  expect(await readQueueDepth(client, queueUrl)).toEqual({ waiting: 0, inFlight: 0 });
  await queue.send('one');
  await queue.send('two');
  await queue.send('later', { delaySeconds: 60 });
  await client.send(new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 1 }));
  expect(await readQueueDepth(client, queueUrl)).toEqual({ waiting: 2, inFlight: 1 });
});
