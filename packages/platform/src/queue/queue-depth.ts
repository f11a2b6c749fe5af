import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { callAws } from '../retry/call-aws.ts';

/** Messages of one queue, as SQS counts them: to about a minute. */
export interface QueueDepth {
  /** Ready, or not due yet. */
  readonly waiting: number;
  /** With a worker. */
  readonly inFlight: number;
}

export async function readQueueDepth(client: SQSClient, queueUrl: string): Promise<QueueDepth> {
  const command = () =>
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesDelayed',
        'ApproximateNumberOfMessagesNotVisible',
      ],
    });
  const { Attributes = {} } = await callAws('The queue', () => client.send(command()));
  const count = (part: '' | 'Delayed' | 'NotVisible') =>
    Number(Attributes[`ApproximateNumberOfMessages${part}`] ?? 0);
  return { waiting: count('') + count('Delayed'), inFlight: count('NotVisible') };
}
