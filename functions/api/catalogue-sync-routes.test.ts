import type { ConnectionId } from '@sinau/connectors';
import { type RunDeps, runBatch, runSync } from '@sinau/connectors/sync';
import {
  externalCourse,
  memoryCourseDesk,
  memorySyncStore,
  type Script,
  sampleConnection,
  scriptedAdapter,
} from '@sinau/connectors/testing';
import type { ClientPrincipal, ProviderId, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { expect, it } from 'vitest';
import { addCatalogueSyncRoutes } from './catalogue-sync-routes.ts';

const connectionId = '00000000-0000-4000-8000-00000000c001' as ConnectionId;
const base = `/api/connections/${connectionId}`;
const all: readonly Scope[] = ['connections/read', 'connections/write'];

const clientOf = (providerId: string, scopes: readonly Scope[] = all): ClientPrincipal => ({
  ...{ kind: 'client', clientId: 'mesin', name: 'Sistem akademik', scopes },
  tenant: { kind: 'provider', providerId: providerId as ProviderId },
});

function world(script: Script) {
  const connection = sampleConnection({ connectionId });
  const connections = { find: async (id: string) => (id === connectionId ? connection : undefined) };
  const [clock, ids] = [fixedClock(), countedIds()];
  const system = { clock, ids, digest: nodeDigest };
  const queued: string[] = [];
  const parts = {
    ...{ ...system, connections, sync: memorySyncStore(), desk: memoryCourseDesk() },
    learnersOf: async () => 3,
    queueRun: async ({ runId }: { readonly runId: string }) => void queued.push(`run ${runId}`),
    queueBatch: async ({ batchId }: { readonly batchId: string }) => void queued.push(`batch ${batchId}`),
  };
  let principal = clientOf('provider-a');
  const app = createHttpApp({
    ...{ name: 'api', clock, ids, authenticate: async () => principal },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const signer = hmacSigner('a secret for tests of at least 32 characters');
  addCatalogueSyncRoutes(app, { catalogueSync: async () => parts, signer });
  const deps: RunDeps = { ...parts, adapters: { adapterOf: async () => scriptedAdapter(script) } };
  const ask = async (path: string, body?: object) => {
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await app.hono.request(`${base}${path}`, init);
    const json = (await response.json()) as Record<string, never>;
    return { status: response.status, json, location: response.headers.get('location') };
  };
  return {
    ...{ ask, queued, script },
    as: (next: ClientPrincipal) => {
      principal = next;
    },
    work: async () => {
      for (const job of queued.splice(0)) {
        const [kind, id = ''] = job.split(' ');
        if (kind === 'run') await runSync(deps, { connectionId, runId: id });
        else await runBatch(deps, { connectionId, batchId: id });
      }
    },
  };
}

it('reads a catalogue on demand, tells its progress, and begins no second run', async () => {
  const { ask, work, queued } = world({ courses: [externalCourse('a'), externalCourse('b')] });
  const started = await ask('/sync-runs', {});
  expect(started).toMatchObject({
    status: 202,
    json: { state: 'queued', startedBy: { name: 'Sistem akademik' } },
  });
  expect((await ask('/sync-runs', {})).json.runId).toBe(started.json.runId);
  expect(new Set(queued).size).toBe(1);
  await work();
  const run = await ask((started.location ?? '').slice(base.length));
  expect(run).toMatchObject({ status: 200, json: { state: 'done', counts: { read: 2, new: 2 } } });
  expect((await ask('/sync-runs?limit=5')).json.runs).toHaveLength(1);
  expect((await ask('/sync-runs/tidak-ada')).status).toBe(404);
});

it('lists what waits and takes decisions with the rev that was seen', async () => {
  const { ask, work, script } = world({ courses: [externalCourse('a/b c'), externalCourse('b')] });
  await ask('/sync-runs', {});
  await work();
  const listed = await ask('/items?list=new&limit=1');
  expect(listed.json).toMatchObject({ items: [{ externalId: 'a/b c', change: 'new', list: 'new' }] });
  expect((await ask(`/items?limit=1&page=${encodeURIComponent(listed.json.next ?? '')}`)).json).toMatchObject(
    {
      items: [{ externalId: 'b' }],
    },
  );
  const path = `/items/${encodeURIComponent('a/b c')}`;
  expect((await ask(path)).json).toMatchObject({
    values: expect.arrayContaining([{ field: 'title', offered: 'Kursus a/b c', isChanged: false }]),
  });
  expect(await ask(`${path}/decisions`, { decision: 'accept', rev: 9 })).toMatchObject({
    status: 409,
    json: { code: 'connectors.item-changed' },
  });
  const accepted = await ask(`${path}/decisions`, { decision: 'accept', rev: 1 });
  expect(accepted).toMatchObject({ status: 200, json: { list: 'settled', mayUndo: true } });
  expect(accepted.json.audit).toMatchObject([{ action: 'accept', by: { kind: 'client', id: 'mesin' } }]);
  script.courses = [externalCourse('b')];
  await ask('/sync-runs', {});
  await work();
  expect((await ask(path)).json).toMatchObject({ change: 'withdrawn', learners: 3 });
  expect((await ask(`${path}/decisions`, { decision: 'terima', rev: 1 })).status).toBe(400);
});

it('accepts whole lists and tells of each course', async () => {
  const { ask, work } = world({ courses: ['a', 'b', 'c'].map((id) => externalCourse(id)) });
  await ask('/sync-runs', {});
  await work();
  expect((await ask('/item-preview?list=new')).json).toMatchObject({ courses: 3, hasMore: false });
  expect((await ask('/item-preview?list=settled')).status).toBe(400);
  const started = await ask('/item-batches', { lists: ['new'], expected: 3 });
  expect(started.status).toBe(202);
  await work();
  const done = await ask(`${(started.location ?? '').slice(base.length)}?limit=2`);
  expect(done.json).toMatchObject({ state: 'done', counts: { accepted: 3 }, expected: 3 });
  expect(done.json.results).toHaveLength(2);
  const refused = await ask(`${(started.location ?? '').slice(base.length)}?only=refused`);
  expect(refused.json.results).toEqual([]);
  expect((await ask('/item-batches', { lists: ['conflict'] })).status).toBe(400);
});

it('C2: answers alike for what is absent and what is another provider’s', async () => {
  const { ask, as } = world({ courses: [] });
  as(clientOf('provider-b'));
  for (const path of [
    '/sync-runs',
    '/items',
    '/items/a',
    '/item-preview',
    '/item-batches/x',
    '/sync-runs/x',
  ]) {
    expect(await ask(path)).toMatchObject({ status: 404, json: { code: 'connectors.not-found' } });
  }
  expect((await ask('/sync-runs', {})).status).toBe(404);
  as(clientOf('provider-a', ['connections/read']));
  expect((await ask('/sync-runs', {})).status).toBe(403);
});
