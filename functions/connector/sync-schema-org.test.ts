import { AdapterFailure, type ConnectionId } from '@sinau/connectors';
import { createSchemaOrgAdapter } from '@sinau/connectors/adapters';
import { runBatch, runSync, type SyncParty, startBatch } from '@sinau/connectors/sync';
import {
  courseData,
  type FakeCoursePages,
  memoryCourseDesk,
  memorySyncStore,
  sampleConnection,
  startFakeCoursePages,
} from '@sinau/connectors/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let site: FakeCoursePages;
beforeEach(async () => {
  site = await startFakeCoursePages(8);
});
afterEach(() => site.close());

const outbound = createOutbound({ allowLoopback: true });
const author: SyncParty = { kind: 'person', id: 'author-a', name: 'Sari Wulandari' };
const connectionId = '00000000-0000-4000-8000-00000000c001' as ConnectionId;

function world() {
  const connection = sampleConnection({ connectionId, kind: 'schema-org', baseUrl: site.sitemapUrl });
  const [sync, desk] = [memorySyncStore(), memoryCourseDesk()];
  let seconds = 0;
  const clock = {
    now: () => {
      seconds += 0.01;
      return new Date(Date.UTC(2026, 2, 2) + seconds * 1_000);
    },
  };
  const system = { clock, ids: systemIds, digest: nodeDigest };
  const deps = {
    ...{ ...system, sync, desk },
    adapters: {
      adapterOf: async () =>
        createSchemaOrgAdapter(
          { clock, outbound, sleep: async () => undefined },
          { baseUrl: site.sitemapUrl },
        ),
    },
    connections: { find: async () => connection },
    queueBatch: async () => {},
  };
  const run = () => runSync(deps, { connectionId });
  return {
    ...{ sync, desk, run },
    failure: async () => {
      const error = await run().catch((reason: unknown) => reason);
      return error instanceof AdapterFailure ? error.reason : error;
    },
    acceptAll: async () => {
      const request = { lists: ['new' as const, 'changed' as const, 'withdrawn' as const], submit: false };
      const batch = await startBatch(deps, { connection, by: author, request });
      while ((await runBatch(deps, { connectionId, batchId: batch.batchId })) === 'more');
    },
    waiting: async () => {
      const { items } = await sync.walkItems(connectionId, { limit: 1_000 });
      return items.flatMap(({ externalId, waiting }) => (waiting ? [[externalId, waiting.change]] : []));
    },
  };
}

describe('the catalogue of web pages with data of schema.org', () => {
  it('is staged at first, then compared', async () => {
    const made = world();
    expect(await made.run()).toMatchObject({ state: 'done', counts: { new: 8, same: 0 } });
    await made.acceptAll();
    expect(made.desk.courses.size).toBe(8);
    expect(await made.run()).toMatchObject({ counts: { new: 0, same: 8 } });
    site.pages.set('/kuliah/2', [courseData(2, { name: 'Judul baru' })]);
    site.pages.set('/kuliah/9', [courseData(9)]);
    site.pages.delete('/kuliah/3');
    expect(await made.run()).toMatchObject({ counts: { new: 1, changed: 1, withdrawn: 1, same: 6 } });
  });

  it.each([
    ['an outage', { kind: 'status', status: 503 }, 'server-error'],
    ['a page whose connection breaks', { kind: 'cut' }, 'broken-answer'],
    ['half a page that ends as if it were whole', { kind: 'half' }, 'broken-answer'],
  ] as const)('withdraws nothing by %s (case R10)', async (_what, trouble, reason) => {
    const made = world();
    await made.run();
    await made.acceptAll();
    site.trouble(trouble, { path: '/kuliah/5' });
    expect(await made.failure()).toBe(reason);
    expect((await made.sync.listRuns(connectionId, 1))[0]).toMatchObject({
      state: 'broken',
      failedBecause: reason,
    });
    expect(await made.waiting()).toEqual([]);
    site.heal();
    expect(await made.run()).toMatchObject({ state: 'done', counts: { same: 8 } });
  });

  it('asks a person when data of courses are gone from most pages', async () => {
    const made = world();
    await made.run();
    await made.acceptAll();
    for (const n of [1, 2, 3, 4]) site.pages.set(`/kuliah/${n}`, []);
    expect(await made.run()).toMatchObject({ withdrawals: 'held' });
    expect(await made.waiting()).toEqual([]);
  });
});
