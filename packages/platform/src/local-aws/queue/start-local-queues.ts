import { join } from 'node:path';
import type { Clock } from '@sinau/kernel';
import { systemClock } from '../../crypto/system.ts';
import {
  type ConsumeOptions,
  type Consumer,
  deliverBatch,
  type QueueEventHandler,
  startConsumer,
} from './event-source.ts';
import { MessageStore } from './message-store.ts';
import {
  deadLetterNameOf,
  type LocalQueueSettings,
  localEndpoint,
  localRegion,
  queueShapes,
  queueUrlOf,
} from './queue-settings.ts';
import { createSqsRequestHandler, type SqsRequestHandler } from './sqs-request-handler.ts';

export interface LocalQueuesOptions {
  /** Folder that keeps the messages. @default none: messages live in memory */
  readonly dir?: string;
  /** Each gets a dead-letter queue `<name>-dlq`. */
  readonly queues: readonly LocalQueueSettings[];
  readonly clock?: Clock;
}

export interface LocalQueues {
  /** Everything `new SQSClient(…)` or `createSqsQueue({ client })` needs to talk to these queues. */
  readonly clientConfig: {
    readonly region: string;
    readonly endpoint: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly requestHandler: SqsRequestHandler;
  };
  url(name: string): string;
  deadLetterUrl(name: string): string;
  /** Feeds the handler as Lambda's event source mapping does, until stopped or the queues are closed. */
  consume(name: string, handler: QueueEventHandler, options?: ConsumeOptions): Consumer;
  /** One batch, for tests that move the clock themselves; resolves with the number of messages handed over. */
  deliverOnce(name: string, handler: QueueEventHandler, options?: ConsumeOptions): Promise<number>;
  /** Stops the consumers, waits for their running batches and closes the file. */
  close(): Promise<void>;
}

/** SQS in this process for development and tests. One process at a time per folder. */
export function startLocalQueues(options: LocalQueuesOptions): LocalQueues {
  const shapes = queueShapes(options.queues);
  const file = options.dir === undefined ? ':memory:' : join(options.dir, 'messages.sqlite');
  const clock = options.clock ?? systemClock;
  const store = new MessageStore(file, clock);
  const consumers: Consumer[] = [];
  const known = (name: string) => {
    const queue = shapes.get(name);
    if (!queue) throw new TypeError(`there is no queue "${name}"`);
    return queue;
  };
  return {
    clientConfig: {
      region: localRegion,
      endpoint: localEndpoint,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: createSqsRequestHandler({ clock, store, shapes, moves: [] }),
    },
    url: (name) => queueUrlOf(known(name).name),
    deadLetterUrl: (name) => queueUrlOf(known(deadLetterNameOf(name)).name),
    consume: (name, handler, consumeOptions) => {
      const consumer = startConsumer({ store, queue: known(name), handler }, consumeOptions);
      consumers.push(consumer);
      return consumer;
    },
    deliverOnce: (name, handler, consumeOptions) =>
      deliverBatch({ store, queue: known(name), handler }, consumeOptions),
    close: async () => {
      const ends = await Promise.allSettled(consumers.map((consumer) => consumer.stop()));
      store.close();
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
