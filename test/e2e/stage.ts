import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { launchChromium, noBrowser } from './chromium.ts';

/** What the tests of a file play on; there once `beforeAll` is through. */
export interface Stage {
  readonly browser: Browser;
  readonly server: RunningServer;
  readonly dataDir: string;
}

/**
 * One server with data of its own and one browser for all tests of a file; gone with the data when they are over. Where there is
 * no browser nothing is started: the tests are skipped.
 * @param name of the folder of its data
 * @param prepare what the tests need to be there
 * @param environment settings of the server; asked before it starts
 */
export function useStage(
  name: string,
  prepare?: () => Promise<unknown>,
  environment?: () => Promise<Readonly<Record<string, string>>>,
): Stage {
  const running: { browser?: Browser; server?: RunningServer; dataDir?: string } = {};
  beforeAll(async () => {
    if (noBrowser !== undefined) return;
    const dataDir = await mkdtemp(join(tmpdir(), `sinau-${name}-data-`));
    running.dataDir = dataDir;
    const env = await environment?.();
    // Each noted by itself: what did start is stopped when the other does not.
    await Promise.all([
      startServer({ dataDir, ...(env && { env }) }).then((server) => {
        running.server = server;
      }),
      launchChromium().then((browser) => {
        running.browser = browser;
      }),
    ]);
    await prepare?.();
  });
  afterAll(async () => {
    await running.browser?.close();
    await running.server?.stop();
    if (running.dataDir) await rm(running.dataDir, { recursive: true, force: true });
  });
  return {
    get browser() {
      return there(running.browser);
    },
    get server() {
      return there(running.server);
    },
    get dataDir() {
      return there(running.dataDir);
    },
  };
}

function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('the stage is not there yet');
  return thing;
}
