import { SendMessageCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import type * as z from 'zod';
import { callAws, type RetryPolicy } from '../retry/call-aws.ts';
import { currentTrace, traceName } from '../trace/index.ts';
import type { Queue } from './queue.ts';

/** A client with time-outs of its own and without retries, which `callAws` does. */
export function createSqsClient(options: SQSClientConfig): SQSClient {
  return new SQSClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    ...options,
  });
}

/**
 * A queue of JSON messages. A message that its own consumer could not read back is refused here, where the fault is,
 * and not in the dead-letter queue. A try that timed out may have been sent: consumers meet duplicates.
 */
export function createSqsQueue<Message>(options: {
  readonly client: SQSClient | SQSClientConfig;
  readonly queueUrl: string;
  readonly schema: z.ZodType<Message>;
  readonly retry?: Partial<RetryPolicy>;
}): Queue<Message> {
  const { queueUrl, schema, retry } = options;
  const client = 'send' in options.client ? options.client : createSqsClient(options.client);
  return {
    send: async (message, { delaySeconds } = {}) => {
      const body = JSON.stringify(message);
      schema.parse(JSON.parse(body));
      const trace = currentTrace();
      const command = () =>
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: body,
          ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
          ...(trace !== undefined && {
            MessageAttributes: { [traceName]: { DataType: 'String', StringValue: trace } },
          }),
        });
      await callAws('The queue', () => client.send(command()), retry);
    },
  };
}
