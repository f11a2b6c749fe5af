import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { deliver, rest } from './deliver-batch.ts';
import type { Engine } from './engine.ts';
import { streamPrefix } from './row-keys.ts';
import { validationError } from './service-error.ts';
import type { StoredTable } from './tables.ts';

export type StreamHandler =
  | ((records: DynamoDBRecord[]) => Promise<void>)
  | ((records: DynamoDBRecord[]) => Promise<DynamoDBBatchResponse>);

/** A consumer of one table's stream, with the rules of a Lambda event source that bisects and reports item failures. */
export interface Subscription {
  /** Name of the table. */
  readonly table: string;
  /** Name under which the place in the stream is kept, also over restarts. */
  readonly consumer: string;
  /** Where a consumer that was never here begins: at the oldest record kept, or with the next one. */
  readonly startFrom: 'TRIM_HORIZON' | 'LATEST';
  /** Most records at a time. @default 100 */
  readonly batchSize?: number;
  /** After a batch that was not full, so long is waited for more to come, unless somebody asks to catch up. @default 0 */
  readonly batchWindowMs?: number;
  /**
   * Gets records in order, at least once. When it rejects, the batch comes again in halves; when it resolves to
   * `batchItemFailures`, again from the first of them. The place is kept after it resolves.
   */
  readonly handler: StreamHandler;
  /** Tries of one batch that makes no progress, before it goes to `onDeadLetter`. @default 10 */
  readonly attempts?: number;
  /** Takes records that were given up; the stream goes on once it resolves. @default they are dropped */
  readonly onDeadLetter?: (records: DynamoDBRecord[], error: unknown) => Promise<void>;
  /** Pauses between tries double from here up to 25 times as much, with jitter. @default 200 */
  readonly retryDelayMs?: number;
}

export interface StreamConsumer {
  /** Resolves when everything that was committed before the call is handled or given up. */
  caughtUp(): Promise<void>;
  /** Lets the running batch end, then takes no more. */
  stop(): Promise<void>;
}

export interface StreamFeed {
  /** Resolves when the place of the consumer is kept, so that nothing written afterwards is missed. */
  subscribe(subscription: Subscription): Promise<StreamConsumer>;
}

const checkpointPrefix = (table: StoredTable): string => `c~${table.id}~`;

export function createStreamFeed(engine: Engine): StreamFeed & { close(): Promise<void> } {
  const running = new Map<string, Runner>();
  engine.storage.onCommit((keys) => {
    const prefixes = new Set<string>();
    for (const key of keys) if (key.startsWith('s~')) prefixes.add(key.slice(0, key.lastIndexOf('~') + 1));
    for (const runner of running.values()) if (prefixes.has(runner.prefix)) runner.wake();
  });
  return {
    async subscribe(subscription) {
      const table = engine.tables.require(subscription.table);
      if (!table.streamArn) throw validationError(`${subscription.table} has no stream`);
      const key = checkpointPrefix(table) + subscription.consumer;
      if (running.has(key)) throw new Error(`consumer ${subscription.consumer} is running already`);
      const place = await engine.storage.run((scope) => {
        const known = scope.get(key) as string | undefined;
        if (known !== undefined) return known;
        const first = subscription.startFrom === 'LATEST' ? scope.nextSequence() : '';
        scope.put(key, first);
        return first;
      });
      const runner = startRunner(engine, subscription, { key, place, prefix: streamPrefix(table) });
      running.set(key, runner);
      return {
        caughtUp: () => runner.caughtUp(),
        async stop() {
          await runner.stop();
          running.delete(key);
        },
      };
    },
    async close() {
      await Promise.all([...running.values()].map((runner) => runner.stop()));
    },
  };
}

interface Runner extends StreamConsumer {
  readonly prefix: string;
  wake(): void;
}

function startRunner(
  engine: Engine,
  subscription: Subscription,
  start: { readonly key: string; readonly place: string; readonly prefix: string },
): Runner {
  const { key, prefix } = start;
  const stopping = new AbortController();
  let place = start.place;
  const { batchSize = 100, batchWindowMs = 0 } = subscription;
  let waiting: (() => void)[] = [];
  let news = Promise.withResolvers<void>();
  let hurry = new AbortController();

  async function keep(sequenceNumber: string): Promise<void> {
    await engine.storage.run((scope) => scope.put(key, sequenceNumber));
    place = sequenceNumber;
  }

  async function waitForCompany(): Promise<void> {
    if (batchWindowMs === 0 || waiting.length > 0) return;
    hurry = new AbortController();
    await rest(batchWindowMs, AbortSignal.any([hurry.signal, stopping.signal]));
  }

  async function run(): Promise<void> {
    let full = true;
    while (!stopping.signal.aborted) {
      if (!full) await waitForCompany();
      // Taken before the read, so that a record committed during it is never slept over.
      const { promise } = news;
      const asked = waiting;
      waiting = [];
      const records = await readAfter(engine, prefix + place, batchSize);
      full = records.length >= batchSize;
      if (records.length > 0) {
        waiting = [...asked, ...waiting];
        await deliver(subscription, { records, keep, stopping: stopping.signal, random: engine.random });
        continue;
      }
      for (const answer of asked) answer();
      await promise;
      news = Promise.withResolvers<void>();
    }
    for (const answer of waiting) answer();
  }

  const ended = run();
  return {
    prefix,
    wake: () => news.resolve(),
    caughtUp: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        news.resolve();
        hurry.abort();
      }),
    async stop() {
      stopping.abort();
      news.resolve();
      await ended;
    },
  };
}

/** A batch ends when it holds so much, as one for a Lambda does. */
const mostBatchBytes = 4 * 1024 * 1024;

async function readAfter(engine: Engine, key: string, most: number): Promise<DynamoDBRecord[]> {
  const prefix = key.slice(0, key.lastIndexOf('~') + 1);
  const range = { gt: key, lt: `${prefix}~`, limit: most, highWaterMarkBytes: mostBatchBytes };
  const iterator = engine.storage.level.iterator(range);
  try {
    return (await iterator.nextv(most)).map(([, record]) => record as DynamoDBRecord);
  } finally {
    await iterator.close();
  }
}

const keptSeconds = 24 * 60 * 60;

/** Forgets records older than a day that every consumer has passed. */
export async function trimStreams({ storage, tables, clock }: Engine): Promise<void> {
  const oldest = Math.floor(clock.now().getTime() / 1000) - keptSeconds;
  for (const table of tables.all()) {
    const passed = await leastPlace(storage, checkpointPrefix(table));
    const prefix = streamPrefix(table);
    // A consumer that has not begun has passed nothing.
    if (passed === '') continue;
    const range = { gte: prefix, lt: `${prefix}${passed ?? ''}~` };
    const iterator = storage.level.iterator(range);
    try {
      for (let page = await iterator.nextv(200); page.length > 0; page = await iterator.nextv(200)) {
        const old = page.filter(([, record]) => createdAt(record as DynamoDBRecord) < oldest);
        await storage.run((scope) => {
          for (const [key] of old) scope.delete(key);
        });
        if (old.length < page.length) break;
      }
    } finally {
      await iterator.close();
    }
  }
}

async function leastPlace(storage: Engine['storage'], prefix: string): Promise<string | undefined> {
  const iterator = storage.level.iterator({ gte: prefix, lt: `${prefix}~` });
  try {
    const places = (await iterator.nextv(1_000)).map(([, place]) => String(place));
    return places.sort()[0];
  } finally {
    await iterator.close();
  }
}

function createdAt(record: DynamoDBRecord): number {
  return record.dynamodb?.ApproximateCreationDateTime ?? 0;
}
