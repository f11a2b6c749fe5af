import { disableClient } from '@sinau/identity';
import { Unavailable } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { createRateLimiter } from '@sinau/platform/http';
import { beforeEach, describe, expect, it } from 'vitest';
import { basic, recordsWorld } from './testing/records-world.ts';

let world = await recordsWorld();
beforeEach(async () => {
  world = await recordsWorld();
});

const grant = { grant_type: 'client_credentials' };
const inBody = () => ({
  ...grant,
  client_id: world.clients.a.clientId,
  client_secret: world.clients.a.secret,
});

async function issued(answer: Response) {
  expect(answer.status).toBe(200);
  return (await answer.json()) as {
    access_token: string;
    token_type: string;
    expires_in: number;
    scope: string;
  };
}

const refusalOf = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { error: string }).error,
];

const pullWith = (token: string) =>
  world.request('/records', { headers: { authorization: `Bearer ${token}` } });

describe('POST /oauth/token', () => {
  it('gives a token that pulls, for credentials in the header or in the body', async () => {
    const header = await world.token(grant, { authorization: basic(world.clients.a) });
    expect(header.headers.get('cache-control')).toBe('no-store');
    for (const answer of [header, await world.token(inBody())]) {
      const { access_token, ...rest } = await issued(answer);
      expect(rest).toEqual({ token_type: 'Bearer', expires_in: 900, scope: 'records/read statements/read' });
      expect((await pullWith(access_token)).status).toBe(200);
    }
  });

  it('narrows the scopes when asked, and refuses more than the client has', async () => {
    const narrow = await issued(await world.token({ ...inBody(), scope: 'statements/read' }));
    expect(narrow.scope).toBe('statements/read');
    expect((await pullWith(narrow.access_token)).status).toBe(403);
    expect(await refusalOf(await world.token({ ...inBody(), scope: 'records/read courses/write' }))).toEqual([
      400,
      'invalid_scope',
    ]);
  });

  it('refuses a token that ran out, was altered, or whose client was disabled', async () => {
    const { access_token } = await issued(await world.token(inBody()));
    expect((await pullWith(`${access_token}x`)).status).toBe(401);
    const { clientId } = world.clients.a;
    await disableClient(world.identity, { principal: world.identity.operator, clientId });
    expect((await pullWith(access_token)).status).toBe(401);
    expect(await refusalOf(await world.token(inBody()))).toEqual([401, 'invalid_client']);
    const other = { ...grant, client_id: world.clients.b.clientId, client_secret: world.clients.b.secret };
    const late = await issued(await world.token(other));
    world.identity.clock.advance(900_000);
    expect((await pullWith(late.access_token)).status).toBe(401);
  });

  it('answers wrong, unknown and absent credentials alike, in the words of OAuth', async () => {
    const wrong = await world.token({ ...inBody(), client_secret: 'wrong' });
    expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(wrong.headers.get('content-type')).toContain('application/json');
    const bodyOf = async (answer: Response) => [answer.status, await answer.json()];
    const refusal = await bodyOf(wrong);
    expect(refusal).toEqual([401, { error: 'invalid_client', error_description: expect.any(String) }]);
    const unknown = { ...inBody(), client_id: '00000000-0000-4000-8000-00000000ffff' };
    expect(await bodyOf(await world.token(unknown))).toEqual(refusal);
    const header = { authorization: basic({ ...world.clients.a, secret: 'wrong' }) };
    expect(await bodyOf(await world.token(grant, header))).toEqual(refusal);
    expect(await refusalOf(await world.token(grant))).toEqual([401, 'invalid_client']);
    expect(await refusalOf(await world.token(grant, { authorization: 'Bearer x' }))).toEqual([
      401,
      'invalid_client',
    ]);
  });

  it('names what is wrong with the request', async () => {
    const client = { client_id: 'x', client_secret: 'y' };
    expect(await refusalOf(await world.token({ grant_type: 'password', ...client }))).toEqual([
      400,
      'unsupported_grant_type',
    ]);
    expect(await refusalOf(await world.token(client))).toEqual([400, 'invalid_request']);
    const twice = `grant_type=client_credentials&grant_type=client_credentials&client_id=x&client_secret=y`;
    const send = (body: string, type: string) =>
      world.request('/oauth/token', { method: 'POST', body, headers: { 'content-type': type } });
    expect(await refusalOf(await send(twice, 'application/x-www-form-urlencoded'))).toEqual([
      400,
      'invalid_request',
    ]);
    expect(await refusalOf(await send('{}', 'application/json'))).toEqual([400, 'invalid_request']);
    const both = await world.token(inBody(), { authorization: basic(world.clients.a) });
    expect(await refusalOf(both)).toEqual([400, 'invalid_request']);
    const long = await send(`grant_type=${'x'.repeat(9_000)}`, 'application/x-www-form-urlencoded');
    expect(await refusalOf(long)).toEqual([413, 'invalid_request']);
  });

  it('R5: says that it is not available, without a reason', async () => {
    const directory = { find: async () => Promise.reject(new Unavailable('table lms is not possible now')) };
    const broken = await recordsWorld({ tokens: { ...world.identity, directory } });
    const answer = await broken.token(inBody());
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await refusalOf(answer)).toEqual([503, 'temporarily_unavailable']);
  });
});

describe('the limit of access tokens', () => {
  it('is answered in the words of OAuth with Retry-After, and wrong secrets use nothing of it up', async () => {
    const tokenLimiter = createRateLimiter({
      door: 'token',
      counter: { add: async ({ count }) => count },
      limits: { clientPerSecond: 1, sessionPerSecond: 1 },
      clock: fixedClock(),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    });
    const held = await recordsWorld({ tokenLimiter });
    const ask = (secret: string) =>
      held.token(
        { grant_type: 'client_credentials' },
        { authorization: basic({ ...held.clients.a, secret }) },
      );
    for (let n = 0; n < 20; n += 1) expect((await ask('wrong')).status).toBe(401);
    for (let n = 0; n < 10; n += 1) expect((await ask(held.clients.a.secret)).status).toBe(200);
    const refused = await ask(held.clients.a.secret);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' });
  });
});
