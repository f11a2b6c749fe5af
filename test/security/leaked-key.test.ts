import { changeClient, disableClient, endClientSecret, rotateClientSecret } from '@sinau/identity';
import type { Scope, Tenant } from '@sinau/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from './world/start-world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
// Only the date stands still: the embedded services go on by their own timers.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(() => void vi.useRealTimers());

interface Door {
  readonly name: string;
  readonly scope: Scope;
  readonly tenant: () => Tenant;
  readonly path: string;
}

const doors: readonly Door[] = [
  {
    name: '/xapi',
    scope: 'statements/read',
    tenant: () => world.tenants.agencyA,
    path: '/xapi/statements',
  },
  { name: '/records', scope: 'records/read', tenant: () => world.tenants.agencyA, path: '/records' },
  { name: '/api', scope: 'courses/read', tenant: () => world.tenants.providerA, path: '/api/courses' },
];

type Made = Awaited<ReturnType<World['client']>>['client'];

/** Everything that can be done about a key that others may know. */
const measures: Readonly<Record<string, (made: Made) => Promise<unknown>>> = {
  'its client is disabled': (made) => disableClient(world.identity, asOperator(made)),
  'it is replaced without delay': (made) =>
    rotateClientSecret(world.identity, { ...asOperator(made), request: { keepOldSeconds: 0 } }),
  'it was replaced with overlap and is then ended': async (made) => {
    const request = { keepOldSeconds: 7 * 24 * 3600 };
    await rotateClientSecret(world.identity, { ...asOperator(made), request });
    await endClientSecret(world.identity, { ...asOperator(made), number: 1 });
  },
};

function asOperator({ client: { clientId } }: Made) {
  return { principal: world.principal('operator'), clientId };
}

async function statusAt(door: Door, authorization: string): Promise<number> {
  const headers = { authorization, 'x-experience-api-version': '1.0.3' };
  const response = await world.ask(door.path, { headers });
  await response.body?.cancel();
  return response.status;
}

async function tokenFor(authorization: string): Promise<Response> {
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  return world.ask('/oauth/token', { method: 'POST', body, headers: { authorization } });
}

async function leak(door: Door, ...scopes: readonly Scope[]) {
  const { client, headers } = await world.client(door.tenant(), ...scopes);
  const basic = headers.authorization ?? '';
  const issued = (await (await tokenFor(basic)).json()) as { access_token: string };
  const bearer = `Bearer ${issued.access_token}`;
  // Every door knows the client by now and keeps it at hand.
  expect([await statusAt(door, basic), await statusAt(door, bearer)]).toEqual([200, 200]);
  return { client, basic, bearer };
}

const seconds = (n: number) => vi.setSystemTime(Date.now() + n * 1000);

describe('a leaked key is dead within 60 seconds', () => {
  for (const door of doors) {
    it.each(Object.keys(measures))(`E14: at ${door.name}, as secret and as token, when %s`, async (name) => {
      const { client, basic, bearer } = await leak(door, door.scope);
      await measures[name]?.(client);
      seconds(59);
      expect([await statusAt(door, basic), await statusAt(door, bearer)]).toEqual([401, 401]);
    });

    it(`E14: at ${door.name}, as secret and as token, for a scope that was taken away`, async () => {
      const other: Scope = door.scope === 'courses/read' ? 'courses/write' : 'state';
      const { client, basic, bearer } = await leak(door, door.scope, other);
      const request = { scopes: [other] };
      await changeClient(world.identity, { ...asOperator(client), request });
      seconds(59);
      expect([await statusAt(door, basic), await statusAt(door, bearer)]).toEqual([403, 403]);
    });
  }

  it.each(Object.keys(measures))('E14: gets no new token from the moment that %s', async (name) => {
    const [door] = doors;
    if (!door) throw new Error('no door');
    const { client, basic } = await leak(door, door.scope);
    await measures[name]?.(client);
    expect((await tokenFor(basic)).status).toBe(401);
  });

  it('E14: a token asked for after a scope was taken away does not have it', async () => {
    const [door] = doors;
    if (!door) throw new Error('no door');
    const { client, basic } = await leak(door, door.scope, 'state');
    await changeClient(world.identity, { ...asOperator(client), request: { scopes: ['state'] } });
    expect(await (await tokenFor(basic)).json()).toMatchObject({ scope: 'state' });
  });
});
