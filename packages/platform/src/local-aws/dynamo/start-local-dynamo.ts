import type { Clock } from '@sinau/kernel';
import type { Engine } from './engine.ts';
import { createRequestHandler, type RequestHandler } from './request-handler.ts';
import { type LocalEndpoint, serve } from './serve.ts';
import { openStorage } from './storage.ts';
import { createStreamFeed, type StreamFeed, trimStreams } from './stream-feed.ts';
import { openTables } from './tables.ts';
import { sweepExpired } from './time-to-live.ts';

export interface LocalDynamoOptions {
  /** Folder to keep everything in. @default in memory */
  readonly dir?: string;
  /** @default the system's */
  readonly clock?: Clock;
  /** Uniform in [0, 1), for the jitter of stream retries. @default Math.random */
  readonly random?: () => number;
}

/** DynamoDB inside this process: for one machine and for tests. */
export interface LocalDynamo {
  /** For AWS SDK clients of this process. */
  readonly requestHandler: RequestHandler;
  /** An HTTP endpoint on 127.0.0.1; closed with the engine. @default a free port */
  listen(port?: number): Promise<string>;
  /** The changes of every table that has a stream, in order. */
  readonly stream: StreamFeed;
  /**
   * Removes rows whose time to live is over; resolves to how many. DynamoDB does so within days, here the owner of
   * the engine does. Also forgets stream records that are a day old and that every consumer has passed.
   */
  sweepExpired(): Promise<number>;
  /** Waits for what runs, then closes the folder. */
  close(): Promise<void>;
}

/** Rejects when another process has the folder. */
export async function startLocalDynamo(options: LocalDynamoOptions = {}): Promise<LocalDynamo> {
  const { dir, clock = { now: () => new Date() }, random = Math.random } = options;
  const storage = await openStorage(dir);
  const engine: Engine = { storage, clock, random, tables: await openTables(storage, () => clock.now()) };
  const stream = createStreamFeed(engine);
  const endpoints: LocalEndpoint[] = [];
  return {
    requestHandler: createRequestHandler(engine),
    async listen(port = 0) {
      const opened = await serve(engine, port);
      endpoints.push(opened);
      return opened.endpoint;
    },
    stream,
    async sweepExpired() {
      const removed = await sweepExpired(engine);
      await trimStreams(engine);
      return removed;
    },
    async close() {
      await stream.close();
      await Promise.all(endpoints.map((one) => one.close()));
      await storage.close();
    },
  };
}
