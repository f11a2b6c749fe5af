import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../server/start-server.ts';
import { type XapiClient, xapiClient } from './http-client.ts';

/** The product as `npm start` starts it, on a data folder of its own that is gone afterwards. */
export async function withServer<Result>(
  connections: number,
  work: (client: XapiClient) => Promise<Result>,
): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sinau-bench-'));
  try {
    const server = await startServer({ dataDir });
    const client = xapiClient(server.dev, connections);
    try {
      return await work(client);
    } finally {
      client.close();
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
