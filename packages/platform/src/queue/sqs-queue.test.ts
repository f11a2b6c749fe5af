import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Unavailable } from '@sinau/kernel';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createSqsQueue } from './sqs-queue.ts';

const client = new SQSClient({ region: 'ap-southeast-3' });
const aws = mockClient(client);
const queue = createSqsQueue({
  client,
  queueUrl: 'http://queue/work',
  schema: z.strictObject({ jobId: z.string() }),
  retry: { attempts: 3, random: () => 0, sleep: async () => undefined },
});
const fault = (name: string) => Object.assign(new Error(name), { name });

beforeEach(() => aws.reset());

describe('SQS queue', () => {
  it('sends the message as JSON, with its delay', async () => {
    aws.on(SendMessageCommand).resolves({});
    await queue.send({ jobId: 'j' }, { delaySeconds: 5 });
    expect(aws.commandCalls(SendMessageCommand)[0]?.args[0].input).toEqual({
      QueueUrl: 'http://queue/work',
      MessageBody: '{"jobId":"j"}',
      DelaySeconds: 5,
    });
  });

  it('outlasts a throttle and a time-out', async () => {
    aws
      .on(SendMessageCommand)
      .rejectsOnce(fault('ThrottlingException'))
      .rejectsOnce(fault('TimeoutError'))
      .resolves({});
    await queue.send({ jobId: 'j' });
    expect(aws.commandCalls(SendMessageCommand)).toHaveLength(3);
  });

  it('gives up as Unavailable after bounded tries, and at once on a refusal', async () => {
    aws.on(SendMessageCommand).rejects(fault('RequestThrottled'));
    await expect(queue.send({ jobId: 'j' })).rejects.toThrow(Unavailable);
    expect(aws.commandCalls(SendMessageCommand)).toHaveLength(3);
    aws.reset();
    aws.on(SendMessageCommand).rejects(fault('QueueDoesNotExist'));
    await expect(queue.send({ jobId: 'j' })).rejects.toThrow('QueueDoesNotExist');
    expect(aws.commandCalls(SendMessageCommand)).toHaveLength(1);
  });

  it('refuses a message its consumer could not read', async () => {
    const wrong = { jobId: 'j', extra: 1 };
    await expect(queue.send(wrong)).rejects.toThrow(z.ZodError);
    expect(aws.calls()).toHaveLength(0);
  });
});
