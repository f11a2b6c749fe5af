import type { Clock } from '@sinau/kernel';
import type { Engine } from './engine.ts';
import { createRequestHandler, type RequestHandler } from './request-handler.ts';
import { type LocalEndpoint, serve } from './serve.ts';
import { openStorage } from './storage.ts';
import { openTables } from './tables.ts';
import { sweepExpired } from './time-to-live.ts';

export interface LocalDynamoOptions {
  /** Folder to keep everything in. @default in memory */
  readonly dir?: string;
  /** @default the system's */
  readonly clock?: Clock;
}

/** DynamoDB inside this process: for one machine and for tests. */
export interface LocalDynamo {
  /** For AWS SDK clients of this process. */
  readonly requestHandler: RequestHandler;
  /** An HTTP endpoint on 127.0.0.1; closed with the engine. @default a free port */
  listen(port?: number): Promise<string>;
  /** Removes rows whose time to live is over; resolves to how many. DynamoDB does so within days, here the owner does. */
  sweepExpired(): Promise<number>;
  /** Waits for what runs, then closes the folder. */
  close(): Promise<void>;
}

/** Rejects when another process has the folder. */
export async function startLocalDynamo(options: LocalDynamoOptions = {}): Promise<LocalDynamo> {
  const { dir, clock = { now: () => new Date() } } = options;
  const storage = await openStorage(dir);
  const engine: Engine = { storage, clock, tables: await openTables(storage, () => clock.now()) };
  const endpoints: LocalEndpoint[] = [];
  return {
    requestHandler: createRequestHandler(engine),
    async listen(port = 0) {
      const opened = await serve(engine, port);
      endpoints.push(opened);
      return opened.endpoint;
    },
    sweepExpired: () => sweepExpired(engine),
    async close() {
      await Promise.all(endpoints.map((one) => one.close()));
      await storage.close();
    },
  };
}
