import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { localContext } from './local-context.ts';
import type { MessageStore, ReceivedMessage } from './message-store.ts';
import { localRegion, type QueueShape, queueArnOf } from './queue-settings.ts';
import { md5, systemAttributes } from './sqs-operations.ts';
import { waitForMessage } from './wait-for-message.ts';

/** A Lambda handler of an SQS event source. */
export type QueueEventHandler = (
  event: SQSEvent,
  context: Context,
) => Promise<SQSBatchResponse> | Promise<void>;

export interface ConsumeOptions {
  /** Most messages in one event; integer 1–10. @default 10 */
  readonly batchSize?: number;
  /** Told what a handler rejected with; its messages come again after the visibility timeout. */
  readonly onError?: (error: unknown) => void;
}

export interface Consumer {
  /** Takes no further batch and resolves when the running one has ended. */
  stop(): Promise<void>;
}

interface Source {
  readonly store: MessageStore;
  readonly queue: QueueShape;
  readonly handler: QueueEventHandler;
}

/**
 * One batch, as Lambda's event source mapping with `ReportBatchItemFailures` treats it: messages that are not reported
 * as failed are deleted; a handler that rejects, or reports an id that was not in the batch, fails the whole batch.
 * Failed messages stay hidden until their visibility timeout is over. Resolves with the number of messages handed over.
 */
export async function deliverBatch(source: Source, options: ConsumeOptions = {}): Promise<number> {
  const { store, queue, handler } = source;
  const messages = store.receive(queue, options.batchSize ?? 10);
  if (messages.length === 0) return 0;
  try {
    const event = { Records: messages.map((message) => recordOf(message, queue.name)) };
    const answer: SQSBatchResponse | undefined =
      (await handler(event, localContext(`local-${queue.name}`, queue.visibilityTimeoutSeconds))) ??
      undefined;
    const failed = new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
    const known = new Set(messages.map(({ id }) => id));
    const stranger = [...failed].find((id) => !known.has(id));
    if (stranger !== undefined)
      throw new Error(`the handler reported "${stranger}", which was not in the batch`);
    for (const { id, receipt } of messages) if (!failed.has(id)) store.delete(queue.name, receipt);
  } catch (error) {
    options.onError?.(error);
  }
  return messages.length;
}

/** Delivers batches one after another until stopped. Several consumers of one queue share its messages. */
export function startConsumer(source: Source, options: ConsumeOptions = {}): Consumer {
  const abort = new AbortController();
  const run = async () => {
    while (!abort.signal.aborted) {
      const delivered = await deliverBatch(source, options);
      if (delivered > 0) continue;
      // The bound matters when a clock other than the system's decides what is visible.
      await waitForMessage(source.store, source.queue.name, { longestMs: 1_000, signal: abort.signal });
    }
  };
  const ended = run();
  // A fault of the store itself reaches whoever stops the consumer, and `onError` at once.
  ended.catch((error) => options.onError?.(error));
  return {
    stop: () => {
      abort.abort();
      return ended;
    },
  };
}

function recordOf(message: ReceivedMessage, queue: string): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, stringValue]) => [
        name,
        { dataType: 'String' as const, stringValue, stringListValues: [], binaryListValues: [] },
      ]),
    ),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArnOf(queue),
    awsRegion: localRegion,
  };
}
