import type { AgencyId, ClientPrincipal, Scope } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { createSecretSealer } from '@sinau/platform/sealing';
import { ReceiverNotAllowed } from '@sinau/push';
import { listFeed, memoryPushStore, scriptedCourier } from '@sinau/push/testing';
import { describe, expect, it } from 'vitest';
import { clientOf, openDoor, providerNamed } from './testing/callers.ts';
import { addWebhookRoutes } from './webhook-routes.ts';

const all: readonly Scope[] = ['courses/read', 'courses/write'];
const callers: Readonly<Record<string, ClientPrincipal>> = {
  campus: clientOf(providerNamed('campus'), all),
  reader: clientOf(providerNamed('campus'), ['courses/read']),
  other: clientOf(providerNamed('other'), all),
  agency: clientOf({ kind: 'agency', agencyId: 'agency' as AgencyId }, all),
};

function setup() {
  const { app, clock, ids, askAs } = openDoor(callers);
  const never = () => Promise.reject(new Error('nothing asks for this'));
  const push = {
    ...{ clock, ids, digest: nodeDigest, store: memoryPushStore(), feed: listFeed([]) },
    records: { find: never, voiding: never, attachment: never },
    box: createSecretSealer('a secret for tests, long enough to seal'),
    courier: {
      ...scriptedCourier(() => ({ outcome: 'delivered' })),
      check: async ({ url }: { readonly url: string }) => {
        if (!url.startsWith('https://')) throw new ReceiverNotAllowed('url');
      },
    },
  };
  addWebhookRoutes(app, { push: async () => push });
  return (method: string, path: string, given: { readonly body?: object; readonly as?: string } = {}) =>
    askAs(given.as ?? 'campus', `${method} ${path}`, given.body);
}

const hook = { name: 'Sistem akademik', url: 'https://kampus.example/sinau', events: ['course.published'] };

describe('webhooks of a provider', () => {
  it('are made with a secret that is told once, changed, tested, paused, and deleted', async () => {
    const ask = setup();
    const made = await ask('POST', '/api/webhooks', { body: hook });
    expect(made.status).toBe(201);
    const where = made.headers.get('location') ?? '';
    expect(await made.json()).toMatchObject({
      ...hook,
      state: 'active',
      secret: expect.stringMatching(/^whsec_/),
    });
    const read = async () => (await (await ask('GET', where)).json()) as Record<string, unknown>;
    expect(JSON.stringify(await read())).not.toContain('whsec_');
    const events = ['enrolment.completed'];
    const changed = { ...hook, events, rev: 1 };
    expect((await ask('PUT', where, { body: changed })).status).toBe(200);
    expect((await ask('PUT', where, { body: changed })).status).toBe(409);
    expect(await (await ask('POST', `${where}/test`)).json()).toMatchObject({ ok: true });
    expect(await (await ask('POST', `${where}/pause`)).json()).toMatchObject({ state: 'paused' });
    expect(await (await ask('POST', `${where}/resume`)).json()).toMatchObject({ state: 'active', events });
    expect(await (await ask('POST', `${where}/rotate-secret`)).json()).toHaveProperty('secret');
    expect(await (await ask('POST', `${where}/replay`, { body: {} })).json()).toEqual({
      delivered: 0,
      failed: 0,
    });
    expect((await ask('DELETE', where)).status).toBe(204);
    expect((await ask('GET', where)).status).toBe(404);
  });

  it.each([
    ['F3: an address that nothing may be sent to', { ...hook, url: 'http://169.254.169.254/' }],
    ['events of agencies', { ...hook, events: ['records.statement'] }],
    ['no event', { ...hook, events: [] }],
    ['D1: a field that nobody asked for', { ...hook, ownerId: 'provider:other' }],
  ])('refuse %s', async (_, body) => {
    const answer = await setup()('POST', '/api/webhooks', { body });
    expect([400, 422]).toContain(answer.status);
  });

  it('C2: are there for machines of the own provider alone, and changed by those alone that may', async () => {
    const ask = setup();
    const where = (await ask('POST', '/api/webhooks', { body: hook })).headers.get('location') ?? '';
    for (const as of ['other', 'agency']) {
      expect((await ask('GET', where, { as })).status).toBe(404);
      expect((await ask('DELETE', where, { as })).status).toBe(404);
    }
    expect((await ask('DELETE', where, { as: 'reader' })).status).toBe(403);
    expect((await ask('GET', where, { as: 'reader' })).status).toBe(200);
    expect((await ask('GET', where, { as: 'nobody' })).status).toBe(401);
  });
});
