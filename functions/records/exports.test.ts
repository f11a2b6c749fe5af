import type { ExportJob } from '@sinau/exports';
import { beforeEach, describe, expect, it } from 'vitest';
import { basic, recordsWorld, type TestClient } from './testing/records-world.ts';

let world = await recordsWorld();
beforeEach(async () => {
  world = await recordsWorld();
});

const path = '/records/exports';

function ask(method: string, as: TestClient, to: { readonly id?: string; readonly body?: unknown } = {}) {
  const { id, body } = to;
  return world.request(id === undefined ? path : `${path}/${id}`, {
    method,
    headers: { authorization: basic(as), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function asked(body: unknown = { format: 'csv' }): Promise<{ readonly exportId: string }> {
  return (await ask('POST', world.clients.a, { body })).json() as Promise<{ exportId: string }>;
}

/** As the worker would leave it. */
async function finish(exportId: string, change: Partial<ExportJob>): Promise<void> {
  const [job] = (await world.exports.list(world.agencyA, 50)).filter((one) => one.exportId === exportId);
  if (!job) throw new Error('no such export');
  await world.exports.replace({ ...job, ...change, rev: job.rev + 1 });
}

describe('/records/exports', () => {
  it('R8: accepts an export, says where to look, and tells the worker', async () => {
    const filter = { course: 'kursus-1', from: '2026-03-01T00:00:00+07:00' };
    const answer = await ask('POST', world.clients.a, { body: { format: 'parquet', filter } });
    expect(answer.status).toBe(202);
    const view = (await answer.json()) as { exportId: string };
    expect(view).toMatchObject({
      state: 'waiting',
      format: 'parquet',
      filter: { course: 'kursus-1', from: '2026-02-28T17:00:00.000Z' },
      progress: { rows: 0, read: 0, percent: 0 },
      files: [],
    });
    expect(answer.headers.get('location')).toBe(`${path}/${view.exportId}`);
    expect(world.queue.sent).toEqual([{ kind: 'exports', agencyId: world.agencyA }]);
  });

  it('shows progress, then files with their links and hashes', async () => {
    const { exportId } = await asked();
    const progress = { chunks: 1, read: 30, rows: 20, totalChunks: 4, totalLines: 90 };
    await finish(exportId, { state: 'running', progress });
    const running = await (await ask('GET', world.clients.a, { id: exportId })).json();
    expect(running).toMatchObject({
      state: 'running',
      progress: { rows: 20, read: 30, total: 90, percent: 25 },
    });
    const parts = [{ key: 'exports/x', bytes: 7, sha256: 'abc', rows: 20 }];
    await finish(exportId, { state: 'done', parts, availableUntil: '2026-03-09T01:00:00.000Z' });
    const done = await (await ask('GET', world.clients.a, { id: exportId })).json();
    expect(done).toMatchObject({
      state: 'done',
      progress: { percent: 100 },
      files: [
        {
          name: `sinau-records-${exportId}.csv.gz`,
          rows: 20,
          bytes: 7,
          sha256: 'abc',
          url: `https://files.example/exports/x?name=sinau-records-${exportId}.csv.gz`,
          urlExpiresInSeconds: 900,
        },
      ],
    });
    const { exports } = (await (await ask('GET', world.clients.a)).json()) as { exports: object[] };
    expect(exports).toMatchObject([{ exportId, files: [{ sha256: 'abc' }] }]);
    expect(JSON.stringify(exports)).not.toContain('https://files.example');
  });

  it('says that the files of a finished export are gone', async () => {
    const { exportId } = await asked();
    const parts = [{ key: 'k', bytes: 7, sha256: 'abc', rows: 20 }];
    await finish(exportId, { state: 'done', parts, availableUntil: '2026-03-02T01:00:00.000Z' });
    const view = await (await ask('GET', world.clients.a, { id: exportId })).json();
    expect(view).toMatchObject({ state: 'expired' });
    expect(JSON.stringify(view)).not.toContain('"url"');
  });

  it('R8: says why an export failed and what to do', async () => {
    const { exportId } = await asked();
    await finish(exportId, { state: 'failed', failure: 'machine' });
    const view = await (await ask('GET', world.clients.a, { id: exportId })).json();
    expect(view).toMatchObject({ state: 'failed', failure: expect.stringContaining('Ask for it again') });
  });

  it('cancels, and says what has ended already', async () => {
    const { exportId } = await asked();
    const cancelled = await ask('DELETE', world.clients.a, { id: exportId });
    expect(await cancelled.json()).toMatchObject({ state: 'cancelled' });
    const other = await asked();
    await finish(other.exportId, { state: 'done' });
    const refused = await ask('DELETE', world.clients.a, { id: other.exportId });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'exports.not-ready' });
  });

  it('C2, C3: knows no export of another agency', async () => {
    const { exportId } = await asked();
    for (const method of ['GET', 'DELETE']) {
      const foreign = await ask(method, world.clients.b, { id: exportId });
      const absent = await ask(method, world.clients.a, { id: 'nobodys' });
      expect([foreign.status, absent.status]).toEqual([404, 404]);
      expect(await foreign.json()).toMatchObject({ code: 'exports.not-found' });
    }
    expect(await (await ask('GET', world.clients.b)).json()).toEqual({ exports: [] });
  });

  it('C9: is open to clients of an agency with records/read alone', async () => {
    const body = { format: 'csv' };
    expect((await ask('POST', world.clients.withoutScope, { body })).status).toBe(403);
    expect((await ask('POST', world.clients.platform, { body })).status).toBe(403);
    expect((await world.request(path)).status).toBe(401);
  });

  it.each([
    [{}, '/format'],
    [{ format: 'xlsx' }, '/format'],
    [{ format: 'csv', agency: 'b' }, '/'],
    [{ format: 'csv', filter: { from: 'yesterday' } }, '/filter/from'],
    [{ format: 'csv', filter: { unit: 'nobodys' } }, '/unit'],
    [{ format: 'csv', filter: { from: '2026-03-02T00:00:00Z', to: '2026-03-02T00:00:00Z' } }, '/to'],
  ])('D1: refuses %j, and says where', async (body, issue) => {
    const answer = await ask('POST', world.clients.a, { body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'request.invalid', issues: [{ path: issue }] });
    expect(world.queue.sent).toEqual([]);
  });

  it('refuses the eleventh that would be open', async () => {
    for (let n = 0; n < 10; n += 1) await asked();
    const answer = await ask('POST', world.clients.a, { body: { format: 'csv' } });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'exports.too-many' });
  });
});
