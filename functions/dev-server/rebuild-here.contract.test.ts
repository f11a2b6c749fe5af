import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgencyId } from '@sinau/kernel';
import { storeStatements } from '@sinau/lrs';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { readFeed } from '@sinau/records';
import { createFeedStore } from '@sinau/records/dynamo';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { StartRefused } from './options.ts';
import { rebuildHere } from './rebuild-here.ts';
import { names, startServices } from './services.ts';

const agencyId = 'agency-a' as AgencyId;
const account = { homePage: 'https://sinau.localhost', name: 'lms' };
const system = { clock: systemClock, ids: systemIds, digest: nodeDigest, sleep };

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sinau-rebuild-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function open() {
  const secrets = await openDataFolder(dataDir, { fresh: false });
  const onFault = (error: unknown) => {
    throw error;
  };
  return startServices({ dataDir, secrets, portalOrigin: 'http://localhost', onFault });
}

it('R4: brings the feeds of a data folder to what was recorded, once the server is stopped', async () => {
  const services = await open();
  const { parts } = services;
  const stores = { dynamo: parts.dynamo, table: names.lrsTable };
  const records = createRecordStore({
    ...system,
    ...stores,
    objects: parts.objects(names.records),
    settings: localSettings,
    horizon: soleHorizon({ clock: systemClock }),
  });
  const statements = Array.from({ length: 40 }, (_, n) => ({
    actor: { account },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: { id: `https://kampus.example/modul/${n}` },
  }));
  const visibility = { agenciesOf: async () => statements.map(() => [agencyId]) };
  const request = {
    store: 'national' as const,
    version: '1.0.3' as const,
    authority: { account },
    statements,
  };
  expect(await storeStatements({ ...records, ...system, visibility }, request)).toMatchObject({
    outcome: 'stored',
  });
  // No projector has run here.
  await expect(rebuildHere(dataDir)).rejects.toThrow(StartRefused);
  await services.close();

  expect(await rebuildHere(dataDir)).toMatchObject({ commits: 1, lines: 40 });
  expect(await rebuildHere(dataDir)).toMatchObject({ commits: 1, lines: 0 });
  const again = await open();
  const feed = createFeedStore({ ...system, dynamo: again.parts.dynamo, table: names.lrsTable });
  const bodies = { find: async () => undefined };
  const page = { agencyId, places: new Map(), limit: 100, maxBytes: 1_000_000 };
  expect((await readFeed({ feed, bodies }, page)).lines).toHaveLength(40);
  await again.close();
}, 60_000);

it('refuses a folder without data, and makes none', async () => {
  await expect(rebuildHere(join(dataDir, 'absent'))).rejects.toThrow(/There is no data in/);
});
