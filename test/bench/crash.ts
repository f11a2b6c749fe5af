import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DevJson, type RunningServer, startServer } from '../server/start-server.ts';
import { figure } from './figure.ts';

const writers = 4;
const batchSizes = [1, 2, 10, 50];

interface Batch {
  readonly ids: readonly string[];
  acknowledged: boolean;
}

/**
 * Kills the server with SIGKILL again and again under parallel batch load. After each restart every batch that was
 * acknowledged must be whole, and every other one whole or absent. Options: `--kills N` (default 50).
 */
export async function run(options: readonly string[]): Promise<void> {
  const kills = Number(options[options.indexOf('--kills') + 1] ?? 50) || 50;
  const dataDir = await mkdtemp(join(tmpdir(), 'sinau-crash-'));
  const totals = { batches: 0, acknowledged: 0, half: 0, lost: 0 };
  let server: RunningServer | undefined;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      server = await startServer({ dataDir });
      const batches = await loadUntilKilled(server);
      server = await startServer({ dataDir });
      await count(server.dev, batches, totals);
      await server.kill();
    }
    figure({ figure: 'crash_kills', value: kills, unit: 'kills' });
    figure({
      figure: 'crash_batches',
      value: totals.batches,
      unit: 'batches',
      acknowledged: totals.acknowledged,
    });
    figure({ figure: 'crash_half_batches', value: totals.half, unit: 'batches' });
    figure({ figure: 'crash_lost_acknowledged', value: totals.lost, unit: 'batches' });
  } finally {
    await server?.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
  if (totals.half > 0 || totals.lost > 0) process.exitCode = 1;
}

async function loadUntilKilled(server: RunningServer): Promise<Batch[]> {
  const batches: Batch[] = [];
  let running = true;
  const writer = async () => {
    while (running) {
      const size = batchSizes[Math.floor(Math.random() * batchSizes.length)] ?? 1;
      const batch: Batch = { ids: Array.from({ length: size }, () => randomUUID()), acknowledged: false };
      batches.push(batch);
      batch.acknowledged = await post(server.dev, batch.ids);
    }
  };
  const done = Promise.all(Array.from({ length: writers }, writer));
  await sleep(200 + Math.random() * 1200);
  await server.kill();
  running = false;
  await done;
  return batches;
}

async function post(dev: DevJson, ids: readonly string[]): Promise<boolean> {
  const statements = ids.map((id) => ({
    id,
    actor: { account: { homePage: 'https://sinau.example', name: 'crash-bench' } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: {
      id: 'https://sinau.example/activities/crash',
      definition: { description: { en: 'x'.repeat(800) } },
    },
  }));
  try {
    const response = await fetch(`${dev.xapi.endpoint}/statements`, {
      method: 'POST',
      headers: { ...headersOf(dev), 'content-type': 'application/json' },
      body: JSON.stringify(statements),
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    // The server was killed before or after it committed: nothing is promised about this batch.
    return false;
  }
}

async function count(
  dev: DevJson,
  batches: readonly Batch[],
  totals: { batches: number; acknowledged: number; half: number; lost: number },
): Promise<void> {
  for (const batch of batches) {
    let present = 0;
    for (const id of batch.ids) if (await isStored(dev, id)) present += 1;
    totals.batches += 1;
    if (batch.acknowledged) totals.acknowledged += 1;
    if (present > 0 && present < batch.ids.length) totals.half += 1;
    if (batch.acknowledged && present < batch.ids.length) totals.lost += 1;
  }
}

async function isStored(dev: DevJson, id: string): Promise<boolean> {
  const response = await fetch(`${dev.xapi.endpoint}/statements?statementId=${id}`, {
    headers: headersOf(dev),
  });
  await response.arrayBuffer();
  if (response.status !== 200 && response.status !== 404)
    throw new Error(`status ${response.status} for ${id}`);
  return response.status === 200;
}

function headersOf(dev: DevJson): Record<string, string> {
  const credentials = Buffer.from(`${dev.xapi.key}:${dev.xapi.secret}`).toString('base64');
  return { authorization: `Basic ${credentials}`, 'x-experience-api-version': '1.0.3' };
}
