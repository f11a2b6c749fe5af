import { fetchIdIn } from '@sinau/delivery/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from './world/start-world.ts';
import { origin } from './world/system.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => void vi.useRealTimers());
afterAll(() => world.close());

const statusAt = async (path: string, headers: Record<string, string>, method = 'GET') => {
  const response = await world.ask(path, {
    method,
    headers: { accept: 'application/json', 'x-experience-api-version': '1.0.3', ...headers },
  });
  await response.body?.cancel();
  return response.status;
};

/** Clients are kept at hand for half a minute; the doors read the clock of the system. */
function halfAMinuteLater(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30_001 });
}

async function tokenOf(basic: Record<string, string>): Promise<Response> {
  return world.ask('/oauth/token', {
    method: 'POST',
    headers: { ...basic, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
}

async function bearerOf(basic: Record<string, string>): Promise<Record<string, string>> {
  const { access_token: token } = (await (await tokenOf(basic)).json()) as { access_token: string };
  return { authorization: `Bearer ${token}` };
}

describe('after leaving', () => {
  it('E14: signing out kills the session at once, wherever its cookie was copied to', async () => {
    const cookie = await world.signedIn('learner');
    const other = await world.signedIn('learner');
    expect(await statusAt('/account', cookie)).toBe(200);
    expect(await statusAt('/sign-out', { ...cookie, origin }, 'POST')).toBe(303);
    expect(await statusAt('/account', cookie)).toBe(401);
    expect(await statusAt('/courses/x/enrol', { ...cookie, origin }, 'POST')).toBe(401);
    expect(await statusAt('/account', other), 'another browser').toBe(200);
  });

  it('E14: a session ends by itself after four idle hours', async () => {
    const cookie = await world.signedIn('learner');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 4 * 3_600_000 });
    expect(await statusAt('/account', cookie)).toBe(401);
  });

  it('E14: a disabled client is out at every door within half a minute, its tokens with it', async () => {
    const { headers, client } = await world.client(
      world.tenants.agencyA,
      'records/read',
      'statements/read',
      'courses/read',
    );
    const bearer = await bearerOf(headers);
    const doors = ['/xapi/statements', '/records', '/api/courses'];
    for (const path of doors) {
      for (const credentials of [headers, bearer]) {
        expect(await statusAt(path, credentials), path).not.toBe(401);
      }
    }
    const admin = { ...(await world.signedIn('agency-admin')), origin };
    const path = `/agency/clients/${client.client.clientId}/disable`;
    expect(await statusAt(path, admin, 'POST')).toBe(303);
    expect((await tokenOf(headers)).status, 'a new token, at once').toBe(401);
    halfAMinuteLater();
    for (const path of doors) {
      for (const credentials of [headers, bearer]) expect(await statusAt(path, credentials), path).toBe(401);
    }
  });

  it('E14: a rotated secret and the tokens it gave are worth nothing within half a minute', async () => {
    const { headers, client } = await world.client(world.tenants.agencyA, 'records/read');
    const bearer = await bearerOf(headers);
    expect(await statusAt('/records', bearer)).toBe(200);
    const admin = { ...(await world.signedIn('agency-admin')), origin };
    const path = `/agency/clients/${client.client.clientId}/rotate`;
    expect(await statusAt(path, admin, 'POST')).toBe(200);
    halfAMinuteLater();
    expect(await statusAt('/records', headers)).toBe(401);
    expect(await statusAt('/records', bearer)).toBe(401);
  });

  it('E14: the token that an identity provider keeps for good ends with its secret, and opens no other door', async () => {
    const { client } = await world.client(world.tenants.agencyA, 'people/provision', 'records/read');
    const { clientId } = client.client;
    const kept = { authorization: `Bearer ${clientId}.${client.secret}` };
    expect(await statusAt('/scim/v2/Users', kept)).toBe(200);
    expect(await statusAt('/scim/v2/Users', { authorization: `${kept.authorization}x` })).toBe(401);
    expect(await statusAt('/records', kept)).toBe(401);
    const admin = { ...(await world.signedIn('agency-admin')), origin };
    expect(await statusAt(`/agency/clients/${clientId}/rotate`, admin, 'POST')).toBe(200);
    halfAMinuteLater();
    expect(await statusAt('/scim/v2/Users', kept)).toBe(401);
  });

  it('E9: a fetch URL gives its token once, and a new launch ends the token of the one before', async () => {
    const fetchId = fetchIdIn(await world.launch());
    const fetchToken = async () =>
      (await (await world.ask(`/launch/fetch/${fetchId}`, { method: 'POST' })).json()) as Record<
        string,
        string
      >;
    const first = await fetchToken();
    const au = { authorization: `Basic ${first['auth-token']}` };
    expect(await fetchToken()).toMatchObject({ 'error-code': '1' });
    const path = '/xapi/activities/state';
    expect(await statusAt(path, au), 'known, though it asks for nothing').toBe(400);
    await world.launch();
    expect(await statusAt(path, au)).toBe(401);
  });
});
