import { createOneRosterAdapter } from '@sinau/connectors/adapters';
import {
  addClass,
  type FakeOneRoster,
  sampleConnection,
  startFakeOneRoster,
} from '@sinau/connectors/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionId, syncWorld } from './testing/sync-world.ts';

let server: FakeOneRoster;
beforeEach(async () => {
  server = await startFakeOneRoster();
});
afterEach(() => server.close());

function world() {
  let secret = server.site.secret;
  const settings = { tokenUrl: server.tokenUrl, clientId: 'sinau' };
  const made = syncWorld({
    connection: sampleConnection({ connectionId, kind: 'oneroster', baseUrl: server.origin }),
    adapter: (parts) => createOneRosterAdapter(parts, { baseUrl: server.origin, settings, secret }),
    startedMs: Date.UTC(2026, 8, 2),
  });
  return {
    ...made,
    useSecret: (next: string) => {
      secret = next;
    },
  };
}

describe('the catalogue of a OneRoster server', () => {
  it('is read whole at first, and after that only what changed, tombstones included', async () => {
    const made = world();
    Object.assign(server.site.classes[0] ?? {}, { dateLastModified: '2026-08-20T00:00:00.000Z' });
    expect(await made.run()).toMatchObject({ state: 'done', scope: 'all', counts: { new: 8 } });
    await made.acceptAll();
    expect(made.desk.courses.size).toBe(8);
    const later = { dateLastModified: '2026-09-01T00:00:00.000Z' };
    Object.assign(server.site.classes[1] ?? {}, { title: 'Judul baru', ...later });
    Object.assign(server.site.classes[2] ?? {}, { status: 'tobedeleted', ...later });
    expect(await made.run()).toMatchObject({
      ...{ state: 'done', scope: 'changes' },
      counts: { read: 3, changed: 1, withdrawn: 1, same: 1 },
    });
    expect(server.calls.at(-1)?.url).toContain('dateLastModified');
    addClass(server.site, 9, { dateLastModified: '2026-09-02T00:00:00.000Z' });
    expect(await made.run()).toMatchObject({ scope: 'changes', counts: { new: 1 } });
  });

  it.each([
    ['an outage', { kind: 'status', status: 503 }, 'server-error'],
    ['a page whose connection breaks', { kind: 'cut' }, 'broken-answer'],
    ['half a page that ends as if it were whole', { kind: 'half' }, 'broken-answer'],
  ] as const)(
    'withdraws nothing by %s, and begins where it was (case R10)',
    async (_what, trouble, reason) => {
      const made = world();
      await made.run();
      await made.acceptAll();
      server.trouble(trouble, { path: '/classes' });
      expect(await made.failure()).toBe(reason);
      expect(await made.waiting()).toEqual([]);
      server.heal();
      expect(await made.run()).toMatchObject({ state: 'done', counts: { same: 8 } });
    },
  );

  it('withdraws nothing when the server has lost some of what it counts', async () => {
    const made = world();
    await made.run();
    await made.acceptAll();
    server.site.excess = 2;
    expect(await made.failure()).toBe('broken-answer');
    expect(await made.waiting()).toEqual([]);
  });

  it('tells a wrong secret', async () => {
    const made = world();
    made.useSecret('salah');
    expect(await made.failure()).toBe('unauthorised');
  });
});
