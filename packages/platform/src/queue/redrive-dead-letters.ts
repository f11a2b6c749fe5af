import { setTimeout as sleepFor } from 'node:timers/promises';
import {
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { Unavailable } from '@sinau/kernel';
import { callAws } from '../retry/call-aws.ts';

/**
 * Gives every message of a dead-letter queue back to the queue it came from, where its tries start again. Resolves with
 * their number once the move has ended; rejects with `Unavailable` when it takes longer than `limitSeconds`.
 */
export async function redriveDeadLetters(options: {
  readonly client: SQSClient;
  readonly deadLetterQueueUrl: string;
  readonly limitSeconds?: number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}): Promise<number> {
  const { client, deadLetterQueueUrl, limitSeconds = 300, sleep = sleepFor } = options;
  const call = <Result>(send: () => Promise<Result>) => callAws('The queue', send);
  const { Attributes } = await call(() =>
    client.send(
      new GetQueueAttributesCommand({ QueueUrl: deadLetterQueueUrl, AttributeNames: ['QueueArn'] }),
    ),
  );
  const SourceArn = Attributes?.QueueArn;
  await call(() => client.send(new StartMessageMoveTaskCommand({ SourceArn })));
  for (let second = 0; second < limitSeconds; second += 1) {
    const { Results } = await call(() =>
      client.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 })),
    );
    const task = Results?.[0];
    if (task?.Status === 'COMPLETED') return task.ApproximateNumberOfMessagesMoved ?? 0;
    if (task?.Status === 'FAILED')
      throw new Error(`the move failed: ${task.FailureReason ?? 'no reason given'}`);
    await sleep(1_000);
  }
  throw new Unavailable('the move has not ended yet; it goes on', { retryAfterSeconds: 60 });
}
