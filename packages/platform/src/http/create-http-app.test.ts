import {
  type AgencyId,
  anonymous,
  InvalidInput,
  type PersonId,
  type Principal,
  type ProviderId,
} from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodeDigest } from '../crypto/digest.ts';
import { createHttpApp } from './create-http-app.ts';
import { forClientsOf } from './for-clients-of.ts';
import { type IdempotencyStore, runOnce, type StoredResponse } from './idempotency.ts';
import { createMemoryIdempotencyStore } from './memory-idempotency-store.ts';

const learner: Principal = { kind: 'person', personId: 'p1' as PersonId, name: 'Sri', roles: ['learner'] };
const clientOf = (tenant: Extract<Principal, { readonly kind: 'client' }>['tenant']): Principal => ({
  ...{ kind: 'client', clientId: 'c1', name: 'X', tenant, scopes: ['courses/read'] },
});
const providers = clientOf({ kind: 'provider', providerId: 'v1' as ProviderId });
const agencies = clientOf({ kind: 'agency', agencyId: 'a1' as AgencyId });
const silent = { info: () => {}, warn: () => {}, error: () => {} };
/** Levels of what was logged beside each request. */
let noted: string[] = [];
const noting = { ...silent, warn: () => void noted.push('warn'), error: () => void noted.push('error') };

function build(options: { cors?: boolean; lost?: { finish?: boolean }; caller?: Principal } = {}) {
  const app = createHttpApp({
    name: 'test',
    authenticate: async (request) =>
      options.caller ?? (request.headers.get('cookie') === 'who=learner' ? learner : anonymous),
    log: noting,
    clock: fixedClock(),
    ids: countedIds(),
    ownOrigin: 'https://sinau.example',
    maxBodyBytes: 20,
    idempotency: { store: createMemoryIdempotencyStore(options.lost), digest: nodeDigest },
    ...(options.cors && { cors: { allowHeaders: ['authorization'], exposeHeaders: ['etag'] } }),
  });
  let runs = 0;
  app.route({ method: 'GET', path: '/open', access: ['anyone'] }, (c) => c.text('hello'));
  app.route({ method: 'GET', path: '/mine/:id', access: ['person'] }, (c) => c.text(c.req.param('id')));
  app.route({ method: 'GET', path: '/ops', access: ['role:operator'] }, (c) => c.text('ops'));
  forClientsOf('provider', app).route(
    { method: 'GET', path: '/courses', access: ['scope:courses/read', 'person'] },
    (c) => c.text('courses'),
  );
  app.route({ method: 'GET', path: '/bad', access: ['anyone'] }, () => {
    throw new InvalidInput('No.', { issues: [{ path: '/name', message: 'is missing' }] });
  });
  app.route({ method: 'GET', path: '/fault', access: ['anyone'] }, () => {
    throw new Error('arn:aws:dynamodb:ap-southeast-3:1:table/x of 198501012010012001');
  });
  app.route({ method: 'POST', path: '/count', access: ['anyone'] }, async (c) => {
    const text = await c.req.text();
    runs += 1;
    if (text === 'fail once' && runs === 1) throw new Error('first try breaks');
    return c.json({ runs, text }, 201);
  });
  return app;
}

let app = build();
beforeEach(() => {
  noted = [];
  app = build();
});

const post = (body: string, headers: Record<string, string> = {}) =>
  app.hono.request('/count', { method: 'POST', body, headers });

describe('createHttpApp', () => {
  it('C9: lets nobody in without a grant and tells the unknown from the not allowed', async () => {
    expect((await app.hono.request('/open')).status).toBe(200);
    expect((await app.hono.request('/mine/7')).status).toBe(401);
    const headers = { cookie: 'who=learner' };
    expect(await (await app.hono.request('/mine/7', { headers })).text()).toBe('7');
    expect((await app.hono.request('/ops', { headers })).status).toBe(403);
  });

  it('C9: refuses a client of another kind of owner, whatever its scopes, and says whose it would have to be', async () => {
    const ask = (caller: Principal) => build({ caller }).hono.request('/courses');
    expect((await ask(providers)).status).toBe(200);
    expect((await ask(learner)).status).toBe(200);
    const refused = await ask(agencies);
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('provider')]);
    expect(build().routes.find(({ path }) => path === '/courses')).toMatchObject({ owner: 'provider' });
  });

  it('logs a fault of ours as an error, and a body that its client broke off as a warning', async () => {
    expect((await app.hono.request('/fault')).status).toBe(500);
    expect(noted).toEqual(['error']);
    const hungUp = new AbortController();
    const body = new ReadableStream({
      pull: (controller) => {
        hungUp.abort();
        controller.error(new Error('aborted'));
      },
    });
    const init = { method: 'POST', body, duplex: 'half', signal: hungUp.signal } as const;
    await app.hono.request(new Request('https://sinau.example/count', init));
    expect(noted).toEqual(['error', 'warn']);
  });

  it('C2: answers an id longer than any of ours as an absent one, before a table is asked', async () => {
    const { hono } = build();
    const status = async (id: string) =>
      (await hono.request(`/mine/${id}`, { headers: { cookie: 'who=learner' } })).status;
    expect(await status('a'.repeat(256))).toBe(200);
    expect(await status('a'.repeat(257))).toBe(404);
    expect((await hono.request(`/mine/${'a'.repeat(257)}`)).status).toBe(401);
  });

  it('refuses a value of an address that is too long, and says which one', async () => {
    const { hono, route } = createHttpApp({
      ...{ name: 'test', authenticate: async () => anonymous, log: silent },
      ...{ clock: fixedClock(), ids: countedIds(), maxParameterChars: 9 },
    });
    route({ method: 'GET', path: '/pages', access: ['anyone'] }, (context) => context.text('page'));
    const long = { method: 'GET', path: '/callback', access: ['anyone'], maxParameterChars: 20 } as const;
    route(long, (context) => context.text('back'));
    const answer = async (path: string) => {
      const response = await hono.request(path);
      return [response.status, await response.text()] as const;
    };
    expect((await answer('/pages?a=123456789&b=%E8%A9%A6'))[0]).toBe(200);
    expect(await answer('/pages?a=1&a=1234567890')).toEqual([400, expect.stringContaining('"/a"')]);
    expect(await answer('/callback?a=1234567890')).toEqual([200, 'back']);
    expect((await answer(`/callback?a=${'1'.repeat(21)}`))[0]).toBe(400);
    expect((await build().hono.request(`/open?a=${'1'.repeat(9_000)}`)).status).toBe(200);
  });

  it('answers refusals as problem details with request id and issues', async () => {
    const response = await app.hono.request('/bad', { headers: { 'x-request-id': 'abcdefgh-1' } });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'urn:sinau:problem:request.invalid',
      title: 'Bad request',
      status: 400,
      code: 'request.invalid',
      detail: 'No.',
      requestId: 'abcdefgh-1',
      issues: [{ path: '/name', message: 'is missing' }],
    });
  });

  it('F7: says nothing about a fault but the id to quote', async () => {
    const response = await app.hono.request('/fault');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/arn:|1985|Error|\.ts/);
    expect(JSON.parse(text).requestId).toBe(response.headers.get('x-request-id'));
  });

  it('sets security headers on every answer, also on refusals and unknown addresses', async () => {
    for (const path of ['/open', '/fault', '/nowhere']) {
      const { headers } = await app.hono.request(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('refuses a body over the limit with 413', async () => {
    expect((await post('x'.repeat(21))).status).toBe(413);
  });

  it.each(['null', 'https://evil.example', 'https://sinau.example.evil.example', 'http://sinau.example'])(
    'F6: refuses an unsafe request from origin %s',
    async (origin) => {
      expect((await post('a', { origin })).status).toBe(403);
    },
  );

  it('F6: refuses a cross-site request without Origin, and lets our own pages pass', async () => {
    expect((await post('a', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post('a', { origin: 'https://sinau.example' })).status).toBe(201);
  });

  it('R1: answers a repeat of an Idempotency-Key with the first answer and another body with 422', async () => {
    const headers = { 'idempotency-key': 'k1' };
    const first = await post('a', headers);
    const second = await post('a', headers);
    expect(second.status).toBe(201);
    expect(await second.text()).toBe(await first.text());
    expect((await post('b', headers)).status).toBe(422);
    expect(await (await post('a')).json()).toMatchObject({ runs: 2 });
  });

  it('R1: takes the same body at another address for another request', async () => {
    const headers = { 'idempotency-key': 'k6' };
    const at = (query: string) =>
      app.hono.request(`/count?course=${query}`, { method: 'POST', body: 'a', headers });
    expect(await (await at('one')).json()).toMatchObject({ runs: 1 });
    expect(await (await at('two')).json()).toMatchObject({ runs: 2 });
  });

  it('R1: refuses a concurrent repeat with 409 and runs the handler once', async () => {
    const headers = { 'idempotency-key': 'k2' };
    const answers = await Promise.all([post('a', headers), post('a', headers), post('a', headers)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('R1: gives the key up after a fault, so that a retry can succeed', async () => {
    const headers = { 'idempotency-key': 'k3' };
    expect((await post('fail once', headers)).status).toBe(500);
    expect((await post('fail once', headers)).status).toBe(201);
  });

  it('R1: done work is answered as done, and not done twice, when its answer could not be kept', async () => {
    const door = build({ lost: { finish: true } });
    const send = () =>
      door.hono.request('/count', { method: 'POST', body: 'a', headers: { 'idempotency-key': 'k4' } });
    expect((await send()).status).toBe(201);
    expect((await send()).status).toBe(409);
    expect(await (await door.hono.request('/count', { method: 'POST', body: 'b' })).json()).toMatchObject({
      runs: 2,
    });
  });

  it('R1: an answer too large to keep, in bytes and not in characters, sets its key free', async () => {
    const kept: StoredResponse[] = [];
    const released: string[] = [];
    const store: IdempotencyStore = {
      claim: async () => 'claimed',
      finish: async (_, response) => void kept.push(response),
      release: async (key) => void released.push(key),
    };
    const run = (text: string) =>
      runOnce(
        { store, digest: nodeDigest, clock: fixedClock(), log: silent },
        { caller: 'x', route: '/y', key: 'k', body: new Uint8Array() },
        async () => new Response(text),
      );
    await run('é'.repeat(128 * 1024));
    expect([kept.length, released.length]).toEqual([1, 0]);
    await run('é'.repeat(128 * 1024 + 1));
    expect([kept.length, released.length]).toEqual([1, 1]);
  });

  it('lets any origin call a CORS door without credentials, refusals included', async () => {
    const door = build({ cors: true });
    const preflight = await door.hono.request('/open', {
      method: 'OPTIONS',
      headers: { origin: 'https://x.example' },
    });
    expect(preflight.status).toBe(204);
    for (const response of [preflight, await door.hono.request('/ops')]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.has('access-control-allow-credentials')).toBe(false);
    }
  });
});
