import { type ConnectionId, type JobMessage, withHealthOf } from '@sinau/connectors';
import { memoryConnectionStore, memoryHealthStore, memoryLetterStore } from '@sinau/connectors/testing';
import type { AgencyId, ClientPrincipal, Scope } from '@sinau/kernel';
import { hmacSigner } from '@sinau/platform/crypto';
import { createSecretSealer } from '@sinau/platform/sealing';
import { createMemoryQueue } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { addConnectionRoutes } from './connection-routes.ts';
import { clientOf, openDoor, providerNamed } from './testing/callers.ts';

const all: readonly Scope[] = ['connections/read', 'connections/write'];
const callers: Readonly<Record<string, ClientPrincipal>> = {
  campus: clientOf(providerNamed('campus'), all),
  reader: clientOf(providerNamed('campus'), ['connections/read']),
  other: clientOf(providerNamed('other'), all),
  platform: clientOf({ kind: 'platform' }, all),
  agency: clientOf({ kind: 'agency', agencyId: 'agency' as AgencyId }, all),
  courses: clientOf(providerNamed('campus'), ['courses/write']),
};

function setup() {
  const { app, clock, ids, askAs } = openDoor(callers);
  const health = memoryHealthStore();
  const adapters = {
    adapterOf: async () => ({
      test: async () => [
        { name: 'sign-in', state: 'works' } as const,
        { name: 'enrolment', state: 'missing', missing: ['enrol_manual_enrol_users'] } as const,
      ],
    }),
  };
  const queue = createMemoryQueue<JobMessage>();
  const letters = memoryLetterStore();
  const desk = {
    ...{ clock, ids, health, letters, queue },
    connections: memoryConnectionStore(),
    box: createSecretSealer('a secret for tests, long enough to seal'),
    addresses: { mayUse: async (url: string) => url.startsWith('https://') },
    startTools: {
      mayStart: async (_: unknown, { clientId }: { readonly clientId: string }) => clientId === 'tool-1',
    },
    openEnrolments: { count: async () => 0 },
    wait: () => new Promise<never>(() => undefined),
    adapters: withHealthOf(adapters as never, { health, clock, random: () => 0.5 }),
  };
  const signer = hmacSigner('a secret for tests of at least 32 characters');
  addConnectionRoutes(app, { connectors: async () => desk as never, signer });
  const ask = (method: string, path: string, given: { readonly body?: object; readonly as?: string } = {}) =>
    askAs(given.as ?? 'campus', `${method} ${path}`, given.body);
  const make = async (body: object = moodle) => {
    const made = await ask('POST', '/api/connections', { body });
    return { made, where: made.headers.get('location') ?? '', view: await answerOf(made) };
  };
  return { ask, make, letters, queue };
}

interface Answer {
  readonly code: string;
  readonly secret: string;
  readonly connectionId: ConnectionId;
  readonly capabilities: readonly object[];
  readonly connections: readonly object[];
  readonly failed: readonly [{ readonly letterId: string }, { readonly letterId: string }];
}

const answerOf = async (response: Response) => (await response.json()) as Answer;

const moodle = {
  ...{
    kind: 'moodle',
    name: 'Moodle kampus',
    baseUrl: 'https://moodle.kampus.example',
    secret: 'token-rahasia',
  },
  ...{ contactEmail: 'admin@kampus.example', acceptance: 'person', schedule: { syncHour: 1 } },
};
const { kind: _, secret: __, ...settings } = moodle;

describe('connections through the API', () => {
  it('are made, tested, changed, paused and removed, and their secret is in no answer', async () => {
    const { ask, make } = setup();
    const { made, where, view } = await make();
    expect(made.status).toBe(201);
    expect(view).toMatchObject({ name: 'Moodle kampus', hasSecret: true, health: { light: 'unknown' } });
    const test = await answerOf(await ask('POST', `${where}/test`));
    expect(test.capabilities).toContainEqual({
      ...{ name: 'enrolment', state: 'missing', missing: ['enrol_manual_enrol_users'] },
    });
    const changed = await ask('PUT', where, { body: { ...settings, name: 'Moodle baru', rev: 1 } });
    expect(await changed.json()).toMatchObject({
      name: 'Moodle baru',
      rev: 2,
      health: { light: 'disturbed' },
    });
    expect(await (await ask('POST', `${where}/pause`)).json()).toMatchObject({ state: 'paused' });
    expect(await (await ask('POST', `${where}/resume`)).json()).toMatchObject({ state: 'active' });
    const rotated = await ask('POST', `${where}/rotate-secret`, { body: { secret: 'token-rahasia-2' } });
    expect(await rotated.json()).toEqual({});
    const texts = [
      JSON.stringify(view),
      await (await ask('GET', where)).text(),
      await (await ask('GET', '/api/connections')).text(),
    ];
    expect(texts.join()).not.toMatch(/token-rahasia|sealedSecrets|a1\./);
    expect((await ask('DELETE', where)).status).toBe(204);
    expect((await ask('GET', where)).status).toBe(404);
  });

  it('tell a secret that is made here once', async () => {
    const { ask, make } = setup();
    const { kind: ___, ...rest } = { ...settings, kind: 'webhook', schedule: {} };
    const { baseUrl: ____, ...webhook } = rest;
    const { where, view } = await make({ kind: 'webhook', ...webhook });
    expect(view.secret).toMatch(/^whsec_/);
    expect(await (await ask('GET', where)).text()).not.toContain(view.secret);
    const { secret } = await answerOf(await ask('POST', `${where}/rotate-secret`, { body: {} }));
    expect(secret).toMatch(/^whsec_/);
  });

  it('D1, F3: refuse what is not theirs to set, and addresses inside', async () => {
    const { ask, make } = setup();
    for (const more of [{ state: 'active' }, { sealedSecrets: 'x' }, { providerId: 'other' }, { runs: {} }]) {
      const { made } = await make({ ...moodle, ...more });
      expect([400, 404]).toContain(made.status);
    }
    const { made } = await make({ ...moodle, baseUrl: 'http://169.254.169.254' });
    expect(made.status).toBe(422);
    expect((await ask('POST', '/api/connections', { body: [] })).status).toBe(400);
  });

  it('C2: answer another provider as if there were none, and let readers read alone', async () => {
    const { ask, make } = setup();
    const { where } = await make();
    const absent = '/api/connections/00000000-0000-4000-8000-00000000ffff';
    for (const [method, part] of [
      ['GET', ''],
      ['POST', '/pause'],
      ['POST', '/test'],
      ['GET', '/failed-work'],
      ['DELETE', '/failed-work/x'],
      ['DELETE', ''],
    ] as const) {
      const theirs = await ask(method, `${where}${part}`, { as: 'other' });
      const none = await ask(method, `${absent}${part}`, { as: 'other' });
      expect([part, theirs.status, (await answerOf(theirs)).code]).toEqual([
        part,
        404,
        'connectors.not-found',
      ]);
      expect(none.status).toBe(404);
    }
    expect((await ask('GET', where, { as: 'reader' })).status).toBe(200);
    expect((await ask('GET', where, { as: 'agency' })).status).toBe(404);
    expect((await ask('GET', where, { as: 'courses' })).status).toBe(403);
    expect((await ask('DELETE', where, { as: 'reader' })).status).toBe(403);
    expect((await ask('GET', where, { as: 'nobody' })).status).toBe(401);
    const seen = await answerOf(await ask('GET', '/api/connections', { as: 'platform' }));
    expect(seen.connections).toHaveLength(1);
    expect(await (await ask('GET', '/api/connections', { as: 'other' })).json()).toEqual({ connections: [] });
  });

  it('list work that failed, and do it again or throw it away', async () => {
    const { ask, make, letters, queue } = setup();
    const { where, view } = await make();
    const { connectionId } = view;
    for (const n of [1, 2, 3]) {
      await letters.add({
        ...{ letterId: `2026-11-28T00:00:0${n}.000Z.x`, connectionId, reason: 'full', at: 'a', tries: 1 },
        ...{ replays: 0, message: { kind: 'enrol', connectionId, registration: `r${n}` } },
      });
    }
    const { failed } = await answerOf(await ask('GET', `${where}/failed-work`));
    expect(failed[0]).toMatchObject({ reason: 'full', work: { kind: 'enrol', registration: 'r3' } });
    const { letterId } = failed[0];
    expect((await ask('DELETE', `${where}/failed-work/${encodeURIComponent(letterId)}`)).status).toBe(204);
    const one = await ask('POST', `${where}/failed-work/replay`, { body: { letterId: failed[1].letterId } });
    expect(await one.json()).toEqual({ replayed: 1, more: false });
    expect(await (await ask('POST', `${where}/failed-work/replay`, { body: {} })).json()).toMatchObject({
      replayed: 1,
    });
    expect(queue.sent.map((message) => message.registration)).toEqual(['r2', 'r1']);
  });
});
