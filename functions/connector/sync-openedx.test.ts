import { createOpenEdxAdapter } from '@sinau/connectors/adapters';
import { type FakeOpenEdx, sampleConnection, startFakeOpenEdx } from '@sinau/connectors/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionId, syncWorld } from './testing/sync-world.ts';

let edx: FakeOpenEdx;
beforeEach(async () => {
  edx = await startFakeOpenEdx();
  edx.site.pageSize = 2;
});
afterEach(() => edx.close());

function world() {
  const { baseUrl } = edx;
  const { moodle: _, ...sample } = sampleConnection({ connectionId, kind: 'openedx', baseUrl });
  const settings = { clientId: 'sinau', learnersBy: 'pseudonym', mode: 'audit' } as const;
  return syncWorld({
    connection: { ...sample, openedx: settings },
    adapter: (parts) => createOpenEdxAdapter(parts, { baseUrl, settings, clientSecret: 'rahasia-klien' }),
  });
}

describe('the catalogue of an Open edX site', () => {
  it('is staged at first, then compared: new, changed, withdrawn', async () => {
    const { run, acceptAll, desk } = world();
    expect(await run()).toMatchObject({ state: 'done', counts: { new: 5, same: 0 } });
    await acceptAll();
    expect(await run()).toMatchObject({ counts: { new: 0, same: 5 } });
    const [first, second] = edx.site.runs;
    Object.assign(first ?? {}, { name: 'Judul baru' });
    Object.assign(second ?? {}, { hidden: true });
    edx.site.runs.splice(2, 1);
    edx.addRuns(1);
    edx.site.runs[4] = { ...(edx.site.runs[4] ?? first), id: 'course-v1:KampusX+BARU+2026' } as never;
    expect(await run()).toMatchObject({ counts: { new: 1, changed: 1, withdrawn: 2, same: 2 } });
    await acceptAll();
    expect(desk.courses.size).toBe(6);
  });

  it.each([
    ['an outage', { kind: 'status', status: 503 }, 'server-error'],
    ['half a page', { kind: 'half' }, 'broken-answer'],
    ['a list that ends too early', { kind: 'last' }, 'broken-answer'],
    ['a site that wants us to be slower', { kind: 'status', status: 429, retryAfter: '600' }, 'throttled'],
    ['a secret that was taken back', { kind: 'status', status: 401 }, 'unauthorised'],
  ] as const)('withdraws nothing by %s (case R10)', async (_what, trouble, reason) => {
    const { run, acceptAll, failure, sync } = world();
    await run();
    await acceptAll();
    edx.trouble(trouble, { at: '/api/' });
    expect(await failure()).toBe(reason);
    const { items } = await sync.walkItems(connectionId, { limit: 1_000 });
    expect(items.filter(({ waiting }) => waiting)).toEqual([]);
    edx.heal();
    expect(await run()).toMatchObject({ state: 'done', counts: { same: 5 } });
  });
});
