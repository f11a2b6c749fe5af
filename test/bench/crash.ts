import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DevJson, type RunningServer, startServer } from '../server/start-server.ts';
import { attachmentLoad } from './crash/attachments.ts';
import { batchLoad } from './crash/batches.ts';
import { documentLoad } from './crash/documents.ts';
import { feedLoad } from './crash/feed.ts';
import type { CrashLoad } from './crash/load.ts';
import { figure } from './figure.ts';

/**
 * Kills the server with SIGKILL again and again under parallel load of batches, attachments, documents and a consumer of
 * the agency's feed, and looks after each restart whether everything holds that was promised. Options: `--kills N`
 * (default 50).
 */
export async function run(options: readonly string[]): Promise<void> {
  const at = options.indexOf('--kills');
  const kills = at === -1 ? 50 : Number(options[at + 1]);
  const dataDir = await mkdtemp(join(tmpdir(), 'sinau-crash-'));
  const batches = batchLoad();
  const feed = feedLoad(() => batches.acknowledgedIds());
  const attachments = attachmentLoad();
  const documents = documentLoad();
  const writers = [batches, batches, batches, batches, attachments, documents, documents, documents, feed];
  let server: RunningServer | undefined;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      server = await startServer({ dataDir });
      await loadUntilKilled(server, writers);
      server = await startServer({ dataDir });
      for (const load of [batches, attachments, documents]) await load.check(server.dev);
      if (kill + 1 === kills) await feed.finish(server.dev);
      await server.kill();
    }
  } finally {
    await server?.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
  figure({ figure: 'crash_kills', value: kills, unit: 'kills' });
  for (const load of [batches, attachments, documents, feed]) tell(load);
}

/** Every writer goes on until its server is gone. */
async function loadUntilKilled(server: RunningServer, loads: readonly CrashLoad[]): Promise<void> {
  let running = true;
  const write = async (load: CrashLoad, dev: DevJson) => {
    while (running) await load.send(dev);
  };
  const done = Promise.all(loads.map((load) => write(load, server.dev)));
  await sleep(200 + Math.random() * 1200);
  await server.kill();
  running = false;
  await done;
}

function tell({ name, totals, faults }: CrashLoad): void {
  for (const [total, value] of Object.entries(totals)) {
    const unit = faults.includes(total) ? 'faults, must be 0' : 'count';
    figure({ figure: `crash_${name}_${total}`, value, unit });
    if (faults.includes(total) && value > 0) process.exitCode = 1;
  }
}
