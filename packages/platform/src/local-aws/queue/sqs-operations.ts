import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '@sinau/kernel';
import * as z from 'zod';
import type { MessageStore, ReceivedMessage } from './message-store.ts';
import { nameOfArnOrUrl, type QueueShape, queueArnOf, queueUrlOf } from './queue-settings.ts';
import { SqsFault } from './sqs-fault.ts';
import { waitForMessage } from './wait-for-message.ts';

export interface Queues {
  readonly clock: Clock;
  readonly store: MessageStore;
  readonly shapes: ReadonlyMap<string, QueueShape>;
  /** Finished moves out of dead-letter queues, newest first. */
  readonly moves: MoveTask[];
}

interface MoveTask {
  readonly TaskHandle: string;
  readonly SourceArn: string;
  readonly DestinationArn: string;
  readonly Status: 'COMPLETED';
  readonly ApproximateNumberOfMessagesMoved: number;
  readonly ApproximateNumberOfMessagesToMove: number;
  readonly StartedTimestamp: number;
}

type Operation = (queues: Queues, input: unknown) => object | Promise<object>;

export const longestBody = 1_048_576;
const onQueue = z.strictObject({ QueueUrl: z.string() });
const delay = z.int().min(0).max(900).optional();
const visibility = z.int().min(0).max(43_200);
const body = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= longestBody, 'a message body has at most 1 MiB');
/** Texts alone: nothing here sends numbers or bytes. */
const messageAttributes = z
  .record(
    z.string().regex(/^[\w.-]{1,256}$/),
    z.strictObject({ DataType: z.literal('String'), StringValue: z.string().min(1) }),
  )
  .refine((given) => Object.keys(given).length <= 10, 'a message has at most 10 attributes')
  .optional();
const names = z.array(z.string()).optional();
const id = z.string().regex(/^[\w-]{1,80}$/);

/** The part of the SQS API that Sinau uses. A field that is not listed is refused, never ignored. */
export const sqsOperations: Readonly<Record<string, Operation>> = {
  SendMessage: (queues, input) => {
    const { QueueUrl, ...message } = onQueue
      .extend({ MessageBody: body, DelaySeconds: delay, MessageAttributes: messageAttributes })
      .parse(input);
    return send(queues, shapeOf(queues, QueueUrl), message);
  },

  SendMessageBatch: (queues, input) => {
    const entry = z.strictObject({
      ...{ Id: id, MessageBody: body, DelaySeconds: delay, MessageAttributes: messageAttributes },
    });
    const { QueueUrl, Entries } = onQueue.extend({ Entries: batchOf(entry) }).parse(input);
    const size = Entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
    if (size > longestBody) throw new SqsFault('BatchRequestTooLong');
    const shape = shapeOf(queues, QueueUrl);
    return { Successful: Entries.map((one) => ({ Id: one.Id, ...send(queues, shape, one) })) };
  },

  ReceiveMessage: async (queues, input) => {
    const { QueueUrl, ...wish } = onQueue
      .extend({
        MaxNumberOfMessages: z.int().min(1).max(10).default(1),
        VisibilityTimeout: visibility.optional(),
        WaitTimeSeconds: z.int().min(0).max(20).default(0),
        AttributeNames: names,
        MessageSystemAttributeNames: names,
        MessageAttributeNames: names,
      })
      .parse(input);
    const shape = shapeOf(queues, QueueUrl);
    const receive = () => queues.store.receive(shape, wish.MaxNumberOfMessages, wish.VisibilityTimeout);
    let messages = receive();
    if (messages.length === 0 && wish.WaitTimeSeconds > 0) {
      await waitForMessage(queues.store, shape.name, { longestMs: wish.WaitTimeSeconds * 1_000 });
      messages = receive();
    }
    const wanted = new Set([...(wish.AttributeNames ?? []), ...(wish.MessageSystemAttributeNames ?? [])]);
    const wantedOwn = new Set(wish.MessageAttributeNames ?? []);
    return { Messages: messages.map((message) => shown(message, wanted, wantedOwn)) };
  },

  DeleteMessage: (queues, input) => {
    const { QueueUrl, ReceiptHandle } = onQueue.extend({ ReceiptHandle: z.string() }).parse(input);
    queues.store.delete(shapeOf(queues, QueueUrl).name, ReceiptHandle);
    return {};
  },

  DeleteMessageBatch: (queues, input) => {
    const entry = z.strictObject({ Id: id, ReceiptHandle: z.string() });
    const { QueueUrl, Entries } = onQueue.extend({ Entries: batchOf(entry) }).parse(input);
    const { name } = shapeOf(queues, QueueUrl);
    for (const { ReceiptHandle } of Entries) queues.store.delete(name, ReceiptHandle);
    return { Successful: Entries.map(({ Id }) => ({ Id })) };
  },

  ChangeMessageVisibility: (queues, input) => {
    const { QueueUrl, ReceiptHandle, VisibilityTimeout } = onQueue
      .extend({ ReceiptHandle: z.string(), VisibilityTimeout: visibility })
      .parse(input);
    const { name } = shapeOf(queues, QueueUrl);
    if (!queues.store.changeVisibility(name, ReceiptHandle, VisibilityTimeout)) {
      throw new SqsFault('MessageNotInflight');
    }
    return {};
  },

  GetQueueAttributes: (queues, input) => {
    const { QueueUrl, AttributeNames } = onQueue.extend({ AttributeNames: names }).parse(input);
    const shape = shapeOf(queues, QueueUrl);
    const wanted = new Set(AttributeNames ?? []);
    const all = attributesOf(queues, shape);
    return { Attributes: pick(all, wanted) };
  },

  GetQueueUrl: (queues, input) => {
    const { QueueName } = z.strictObject({ QueueName: z.string() }).parse(input);
    return { QueueUrl: queueUrlOf(shapeOf(queues, QueueName).name) };
  },

  PurgeQueue: (queues, input) => {
    queues.store.purge(shapeOf(queues, onQueue.parse(input).QueueUrl).name);
    return {};
  },

  StartMessageMoveTask: (queues, input) => {
    const { SourceArn } = z.strictObject({ SourceArn: z.string() }).parse(input);
    return startMove(queues, shapeOf(queues, SourceArn));
  },

  ListMessageMoveTasks: (queues, input) => {
    const { SourceArn, MaxResults } = z
      .strictObject({ SourceArn: z.string(), MaxResults: z.int().min(1).max(10).default(1) })
      .parse(input);
    const tasks = queues.moves.filter((task) => task.SourceArn === SourceArn);
    // A finished task has no handle to cancel it by.
    return { Results: tasks.slice(0, MaxResults).map(({ TaskHandle: _, ...task }) => task) };
  },
};

function batchOf<Entry extends z.ZodType<{ Id: string }>>(entry: Entry) {
  return z
    .array(entry)
    .min(1)
    .max(10)
    .refine((list) => new Set(list.map(({ Id }) => Id)).size === list.length, 'ids in a batch must differ');
}

function shapeOf(queues: Queues, urlOrArn: string): QueueShape {
  const shape = queues.shapes.get(nameOfArnOrUrl(urlOrArn));
  if (!shape) throw new SqsFault('QueueDoesNotExist', 'The specified queue does not exist.');
  return shape;
}

function send(
  { store }: Queues,
  shape: QueueShape,
  message: {
    readonly MessageBody: string;
    readonly DelaySeconds?: number | undefined;
    readonly MessageAttributes?: Readonly<Record<string, { readonly StringValue: string }>> | undefined;
  },
): { MessageId: string; MD5OfMessageBody: string } {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(
    ([name, { StringValue }]) => [name, StringValue] as const,
  );
  const MessageId = store.send(shape.name, {
    ...{ body: message.MessageBody, delaySeconds: message.DelaySeconds ?? 0 },
    attributes: Object.fromEntries(attributes),
  });
  return { MessageId, MD5OfMessageBody: md5(message.MessageBody) };
}

function startMove(queues: Queues, source: QueueShape): { TaskHandle: string } {
  const origin = [...queues.shapes.values()].find(({ redrive }) => redrive?.deadLetterQueue === source.name);
  if (!origin) throw new SqsFault('ResourceNotFoundException', 'the source is no dead-letter queue');
  const moved = queues.store.moveAll(source.name, origin.name);
  const TaskHandle = randomUUID();
  queues.moves.unshift({
    TaskHandle,
    SourceArn: queueArnOf(source.name),
    DestinationArn: queueArnOf(origin.name),
    Status: 'COMPLETED',
    ApproximateNumberOfMessagesMoved: moved,
    ApproximateNumberOfMessagesToMove: moved,
    StartedTimestamp: queues.clock.now().getTime(),
  });
  queues.moves.length = Math.min(queues.moves.length, 100);
  return { TaskHandle };
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** System attributes of a message, as SQS and Lambda's events spell them. */
export function systemAttributes(message: ReceivedMessage) {
  return {
    ApproximateReceiveCount: String(message.received),
    ApproximateFirstReceiveTimestamp: String(message.firstReceived),
    SentTimestamp: String(message.sent),
    SenderId: 'local',
  };
}

function shown(
  message: ReceivedMessage,
  wanted: ReadonlySet<string>,
  wantedOwn: ReadonlySet<string>,
): object {
  const Attributes = pick(systemAttributes(message), wanted);
  const own = Object.entries(pick(message.attributes, wantedOwn));
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(Object.keys(Attributes).length > 0 && { Attributes }),
    ...(own.length > 0 && {
      MessageAttributes: Object.fromEntries(
        own.map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
      ),
    }),
  };
}

function attributesOf({ store }: Queues, shape: QueueShape): Record<string, string> {
  const { visible, inFlight, delayed } = store.counts(shape.name);
  const { redrive } = shape;
  return {
    QueueArn: queueArnOf(shape.name),
    VisibilityTimeout: String(shape.visibilityTimeoutSeconds),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    ...(redrive && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: queueArnOf(redrive.deadLetterQueue),
        maxReceiveCount: redrive.maxReceiveCount,
      }),
    }),
  };
}

function pick(all: Readonly<Record<string, string>>, wanted: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has('All') || wanted.has(name)));
}
