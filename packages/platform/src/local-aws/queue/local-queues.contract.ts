import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Clock } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createSqsQueue } from '../../queue/index.ts';
import { redriveDeadLetters } from '../../queue/redrive-dead-letters.ts';
import { type LocalQueues, type LocalQueuesOptions, startLocalQueues } from './start-local-queues.ts';

const schema = z.object({ n: z.int() });
const settings = { name: 'work', visibilityTimeoutSeconds: 30, maxReceiveCount: 3 };

/** What the embedded queues must do, in memory and on disk; `place` says where the messages are kept. */
export function localQueuesContract(name: string, place: () => Pick<LocalQueuesOptions, 'dir'>): void {
  describe(`embedded queues contract: ${name}`, () => {
    let queues: LocalQueues | undefined;
    const start = (clock: Clock) => {
      queues = startLocalQueues({ ...place(), queues: [settings], clock });
      const client = new SQSClient({ ...queues.clientConfig, maxAttempts: 1 });
      const queue = createSqsQueue({ client, queueUrl: queues.url('work'), schema });
      return { queues, client, queue, QueueUrl: queues.url('work') };
    };
    afterEach(async () => {
      await queues?.close();
    });

    it('hands a message over once and hides it while it is worked on', async () => {
      const { client, queue, QueueUrl } = start(fixedClock());
      await queue.send({ n: 1 });
      const receive = () =>
        client.send(new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'] }));
      const [message] = (await receive()).Messages ?? [];
      expect(message?.Body).toBe('{"n":1}');
      expect(message?.Attributes?.ApproximateReceiveCount).toBe('1');
      expect((await receive()).Messages ?? []).toEqual([]);
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
      expect(await countsOf(client, QueueUrl)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    });

    it('shows a message again after its visibility timeout, and not a moment earlier', async () => {
      const clock = fixedClock();
      const { client, queue, QueueUrl } = start(clock);
      await queue.send({ n: 1 });
      const receive = async () => (await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages ?? [];
      const [first] = await receive();
      clock.advance(29_999);
      expect(await receive()).toEqual([]);
      clock.advance(1);
      expect(await receive()).toHaveLength(1);
      // The first consumer comes back too late: its receipt no longer deletes.
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
      expect((await countsOf(client, QueueUrl)).inFlight).toBe(1);
    });

    it('hands a message over with the texts beside it', async () => {
      const { queues, client, QueueUrl } = start(fixedClock());
      const MessageAttributes = { trace: { DataType: 'String', StringValue: 'a'.repeat(32) } };
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '{"n":1}', MessageAttributes }));
      const seen: unknown[] = [];
      await queues.deliverOnce('work', async ({ Records }) => {
        for (const record of Records) seen.push(record.messageAttributes.trace?.stringValue);
        return { batchItemFailures: [] };
      });
      expect(seen).toEqual(['a'.repeat(32)]);
    });

    it('holds a delayed message back', async () => {
      const clock = fixedClock();
      const { queues, client, queue, QueueUrl } = start(clock);
      await queue.send({ n: 1 }, { delaySeconds: 60 });
      expect(await countsOf(client, QueueUrl)).toEqual({ visible: 0, inFlight: 0, delayed: 1 });
      clock.advance(59_999);
      expect(await queues.deliverOnce('work', async () => undefined)).toBe(0);
      clock.advance(1);
      expect(await queues.deliverOnce('work', async () => undefined)).toBe(1);
    });

    it('changes the visibility of a message in flight, and of no other', async () => {
      const clock = fixedClock();
      const { client, queue, QueueUrl } = start(clock);
      await queue.send({ n: 1 });
      const receive = async () => (await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages ?? [];
      const ReceiptHandle = (await receive())[0]?.ReceiptHandle;
      const change = (VisibilityTimeout: number) =>
        client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
      await change(600);
      clock.advance(599_000);
      expect(await receive()).toEqual([]);
      await change(0);
      await expect(change(10)).rejects.toMatchObject({ name: 'MessageNotInflight' });
      expect(await receive()).toHaveLength(1);
    });

    it('sends, receives and deletes in batches', async () => {
      const { client, QueueUrl } = start(fixedClock());
      const Entries = Array.from({ length: 10 }, (_, n) => ({ Id: `m${n}`, MessageBody: `{"n":${n}}` }));
      const sent = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      expect(sent.Successful).toHaveLength(10);
      const wish = { QueueUrl, MaxNumberOfMessages: 10 };
      const { Messages = [] } = await client.send(new ReceiveMessageCommand(wish));
      expect(Messages.map(({ Body }) => Body)).toEqual(Entries.map(({ MessageBody }) => MessageBody));
      const deletes = Messages.map(({ ReceiptHandle }, n) => ({ Id: `m${n}`, ReceiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: deletes }));
      expect(await countsOf(client, QueueUrl)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    });

    it('waits for a message when asked to', async () => {
      const { client, queue, QueueUrl } = start({ now: () => new Date() });
      const waiting = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
      await queue.send({ n: 1 });
      expect((await waiting).Messages).toHaveLength(1);
    });

    it('R2: a batch of ten with one poison: nine are done, one rests in the dead-letter queue and can be replayed', async () => {
      const clock = fixedClock();
      const { queues, client, queue, QueueUrl } = start(clock);
      for (let n = 0; n < 10; n += 1) await queue.send({ n });
      const done: number[] = [];
      const tries: string[] = [];
      const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
        const failed = event.Records.filter(({ body, attributes }) => {
          const { n } = schema.parse(JSON.parse(body));
          if (n === 6) tries.push(attributes.ApproximateReceiveCount);
          else done.push(n);
          return n === 6;
        });
        return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
      };
      expect(await queues.deliverOnce('work', handler)).toBe(10);
      for (let round = 0; round < 5; round += 1) {
        clock.advance(30_000);
        await queues.deliverOnce('work', handler);
      }
      expect(done).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9]);
      expect(tries).toEqual(['1', '2', '3']);
      const deadLetterQueueUrl = queues.deadLetterUrl('work');
      expect((await countsOf(client, deadLetterQueueUrl)).visible).toBe(1);

      expect(await redriveDeadLetters({ client, deadLetterQueueUrl })).toBe(1);
      expect((await countsOf(client, deadLetterQueueUrl)).visible).toBe(0);
      const repaired: string[] = [];
      await queues.deliverOnce('work', async ({ Records }) => {
        repaired.push(...Records.map(({ body }) => body));
      });
      expect(repaired).toEqual(['{"n":6}']);
      expect(await countsOf(client, QueueUrl)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    });

    it('fails the whole batch when the handler rejects or reports a stranger', async () => {
      const clock = fixedClock();
      const { queues, client, queue, QueueUrl } = start(clock);
      for (const n of [1, 2]) await queue.send({ n });
      const errors: unknown[] = [];
      const onError = (error: unknown) => errors.push(error);
      const broken = async (): Promise<void> => {
        throw new Error('broken');
      };
      await queues.deliverOnce('work', broken, { onError });
      clock.advance(30_000);
      const stranger = async () => ({ batchItemFailures: [{ itemIdentifier: 'who' }] });
      await queues.deliverOnce('work', stranger, { onError });
      expect(errors.map(String)).toEqual([
        'Error: broken',
        'Error: the handler reported "who", which was not in the batch',
      ]);
      expect((await countsOf(client, QueueUrl)).inFlight).toBe(2);
    });

    it('feeds a consumer as messages come and waits for its running batch when stopped', async () => {
      const { queues, queue } = start({ now: () => new Date() });
      const seen: number[] = [];
      let release = () => undefined as undefined;
      const gate = new Promise<void>((resolve) => {
        release = () => void resolve();
      });
      const sizes: number[] = [];
      const consumer = queues.consume(
        'work',
        async ({ Records }) => {
          sizes.push(Records.length);
          if (seen.length === 0) await gate;
          seen.push(...Records.map(({ body }) => schema.parse(JSON.parse(body)).n));
        },
        { batchSize: 2 },
      );
      for (let n = 0; n < 5; n += 1) await queue.send({ n });
      release();
      await expect.poll(() => seen.length).toBe(5);
      await consumer.stop();
      await queue.send({ n: 9 });
      expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4]);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(2);
    });

    it('refuses what SQS refuses', async () => {
      const { client, QueueUrl } = start(fixedClock());
      const send = (input: object) =>
        client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', ...input }));
      await expect(send({ QueueUrl: `${QueueUrl}-not` })).rejects.toMatchObject({
        name: 'QueueDoesNotExist',
      });
      await expect(send({ DelaySeconds: 901 })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
      await expect(send({ MessageBody: 'x'.repeat(1_048_577) })).rejects.toMatchObject({
        name: 'InvalidParameterValue',
      });
      await expect(
        // Texts alone.
        send({ MessageAttributes: { a: { DataType: 'Number', StringValue: '1' } } }),
      ).rejects.toThrow();
      await expect(
        client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 11 })),
      ).rejects.toThrow();
    });

    it('finds a queue by name and purges it', async () => {
      const { client, queue, QueueUrl } = start(fixedClock());
      expect((await client.send(new GetQueueUrlCommand({ QueueName: 'work' }))).QueueUrl).toBe(QueueUrl);
      await queue.send({ n: 1 });
      await client.send(new PurgeQueueCommand({ QueueUrl }));
      expect(await countsOf(client, QueueUrl)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    });
  });
}

async function countsOf(client: SQSClient, QueueUrl: string) {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  return {
    visible: Number(Attributes?.ApproximateNumberOfMessages),
    inFlight: Number(Attributes?.ApproximateNumberOfMessagesNotVisible),
    delayed: Number(Attributes?.ApproximateNumberOfMessagesDelayed),
  };
}
