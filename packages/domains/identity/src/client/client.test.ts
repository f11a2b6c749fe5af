import type { PersonPrincipal, Scope, Tenant } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  authenticateClient,
  ClientInvalid,
  type ClientWithSecret,
  cachedClients,
  changeClient,
  changeClientRequestSchema,
  createClient,
  createClientRequestSchema,
  disableClient,
  endClientSecret,
  getClient,
  IdentityNotFound,
  InvalidField,
  issueAccessToken,
  listClients,
  rotateClientSecret,
  verifyAccessToken,
} from '../index.ts';
import { identityWorld } from '../testing/identity-world.ts';

let world: Awaited<ReturnType<typeof identityWorld>> & { directory: ReturnType<typeof cachedClients> };
let admin: PersonPrincipal;
let created: ClientWithSecret;

beforeEach(async () => {
  const plain = await identityWorld();
  world = { ...plain, directory: plain.clients };
  admin = await world.principal(world.tenants.agencyA, 'agency-admin');
  created = await create(admin, world.tenants.agencyA, ['records/read', 'statements/read']);
});

const create = (principal: PersonPrincipal, tenant: Tenant, scopes: Scope[]) =>
  createClient(world, { principal, request: { name: 'Penarik catatan', tenant, scopes } });

const credentials = ({ client, secret }: ClientWithSecret) => ({ clientId: client.clientId, secret });

describe('createClient', () => {
  it('gives a tenant fifty active clients at most, each of which has a rate of its own', async () => {
    const { agencyA, agencyB } = world.tenants;
    for (let n = 1; n < 50; n += 1) await create(admin, agencyA, ['records/read']);
    await expect(create(admin, agencyA, ['records/read'])).rejects.toMatchObject({
      code: 'identity.too-many-clients',
    });
    await create(world.operator, agencyB, ['records/read']);
    await disableClient(world, { principal: admin, clientId: created.client.clientId });
    await create(admin, agencyA, ['records/read']);
  });

  it('C9: reaches as far as the role, and the scopes as far as the tenant', async () => {
    const { agencyA, agencyB, providerA, providerB, platform } = world.tenants;
    const author = await world.principal(providerA, 'provider-author');
    const learner = await world.principal(agencyA, 'learner');
    const cases: [PersonPrincipal, Tenant, Scope, boolean][] = [
      [world.operator, platform, 'define', true],
      [world.operator, agencyB, 'records/read', true],
      [admin, agencyA, 'statements/read', true],
      [admin, agencyB, 'statements/read', false],
      [admin, platform, 'statements/read', false],
      [admin, agencyA, 'courses/write', false],
      [author, providerA, 'courses/write', true],
      [author, providerA, 'courses/publish', false],
      [author, providerA, 'questions/write', true],
      [admin, agencyA, 'questions/read', false],
      [world.operator, providerA, 'courses/publish', true],
      [world.operator, providerA, 'courses/review', false],
      [author, providerA, 'records/read', false],
      [author, providerA, 'statements/read', false],
      [author, providerB, 'courses/write', false],
      [author, agencyA, 'records/read', false],
      [learner, agencyA, 'records/read', false],
    ];
    for (const [index, [principal, tenant, scope, allowed]] of cases.entries()) {
      const outcome = create(principal, tenant, [scope]).then(
        () => true,
        () => false,
      );
      expect(await outcome, `case ${index}`).toBe(allowed);
    }
  });

  it('names the scope that is not to be had', async () => {
    const attempt = create(admin, world.tenants.agencyA, ['records/read', 'courses/write']);
    await expect(attempt).rejects.toBeInstanceOf(InvalidField);
    await expect(attempt).rejects.toMatchObject({ issues: [{ path: '/scopes/1' }] });
  });

  it('D1: refuses a body that brings its own secret or id', () => {
    for (const extra of ['secret', 'clientId', 'credentials', 'disabledAt']) {
      const body = { name: 'Klien', tenant: { kind: 'platform' }, scopes: ['define'], [extra]: 'x' };
      expect(createClientRequestSchema.safeParse(body).success).toBe(false);
    }
  });

  it('keeps nothing from which the secret could be read, and shows it in no list', async () => {
    const stored = JSON.stringify(await world.clients.find(created.client.clientId));
    expect(stored).not.toContain(created.secret);
    const listed = JSON.stringify(
      await listClients(world, { principal: admin, tenant: world.tenants.agencyA }),
    );
    expect(listed).toContain(created.client.clientId);
    expect(listed).not.toMatch(/hash|salt|credentials/);
  });
});

describe('authenticateClient', () => {
  it('gives tenant and scopes of the client', async () => {
    expect(await authenticateClient(world, credentials(created))).toEqual({
      kind: 'client',
      clientId: created.client.clientId,
      name: 'Penarik catatan',
      tenant: world.tenants.agencyA,
      scopes: ['records/read', 'statements/read'],
    });
  });

  it('refuses an unknown client, a wrong, near or empty secret and another client’s, all alike', async () => {
    const other = await create(admin, world.tenants.agencyA, ['state']);
    const { clientId, secret } = credentials(created);
    for (const wrong of [
      { clientId: 'unknown', secret },
      { clientId: '', secret },
      { clientId: 'a b#c', secret },
      { clientId, secret: '' },
      { clientId, secret: `${secret}x` },
      { clientId, secret: secret.slice(0, -1) },
      { clientId, secret: other.secret },
    ]) {
      await expect(authenticateClient(world, wrong)).rejects.toEqual(new ClientInvalid());
    }
  });

  it('remembers when a client was last used, without a write per request', async () => {
    const lastUsed = async () => (await world.clients.find(created.client.clientId))?.lastUsedAt;
    expect(await lastUsed()).toBeUndefined();
    await authenticateClient(world, credentials(created));
    const first = await lastUsed();
    expect(first).toBe('2026-03-02T01:00:00.000Z');
    world.clock.advance(60_000);
    await authenticateClient(world, credentials(created));
    expect(await lastUsed()).toBe(first);
    world.clock.advance(240_000);
    await authenticateClient(world, credentials(created));
    expect(await lastUsed()).toBe('2026-03-02T01:05:00.000Z');
  });

  it('notes the use of each secret by itself', async () => {
    const { clientId } = created.client;
    const usesOf = async () =>
      (await getClient(world, { principal: admin, clientId })).secrets.map(({ lastUsedAt }) => lastUsedAt);
    await authenticateClient(world, credentials(created));
    world.clock.advance(60_000);
    const request = { keepOldSeconds: 3600 };
    const second = await rotateClientSecret(world, { principal: admin, clientId, request });
    expect(await usesOf()).toEqual(['2026-03-02T01:00:00.000Z', undefined]);
    await authenticateClient(world, credentials(second));
    expect(await usesOf()).toEqual(['2026-03-02T01:00:00.000Z', '2026-03-02T01:01:00.000Z']);
  });

  it('writes a use down once while the client is remembered, however often it calls', async () => {
    let written = 0;
    const clients = {
      ...world.clients,
      noteUse: async (...use: Parameters<typeof world.clients.noteUse>) => {
        written += 1;
        await world.clients.noteUse(...use);
      },
    };
    const cached = cachedClients({ clients, clock: world.clock });
    const deps = { ...world, clients: cached, directory: cached };
    for (let second = 0; second < 300; second += 1) {
      await authenticateClient(deps, credentials(created));
      world.clock.advance(1_000);
    }
    expect(written).toBe(1);
    await authenticateClient(deps, credentials(created));
    expect(written).toBe(2);
  });
});

describe('administering clients', () => {
  it('C2: a foreign client is answered like an absent one', async () => {
    const foreign = await world.principal(world.tenants.agencyB, 'agency-admin');
    const { clientId } = created.client;
    const attempts = [
      disableClient(world, { principal: foreign, clientId }),
      rotateClientSecret(world, { principal: foreign, clientId, request: { keepOldSeconds: 0 } }),
      disableClient(world, { principal: foreign, clientId: 'absent' as typeof clientId }),
      changeClient(world, { principal: foreign, clientId, request: { name: 'Milik saya' } }),
      endClientSecret(world, { principal: foreign, clientId, number: 1 }),
      getClient(world, { principal: foreign, clientId }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toEqual(new IdentityNotFound('client'));
    const list = listClients(world, { principal: foreign, tenant: world.tenants.agencyA });
    await expect(list).rejects.toBeInstanceOf(IdentityNotFound);
    await expect(authenticateClient(world, credentials(created))).resolves.toBeDefined();
  });

  it('rotates at once, or leaves the old secret for the time asked', async () => {
    const { clientId } = created.client;
    const rotate = (keepOldSeconds: number) =>
      rotateClientSecret(world, { principal: admin, clientId, request: { keepOldSeconds } });
    const second = await rotate(3600);
    await expect(authenticateClient(world, credentials(created))).resolves.toBeDefined();
    await expect(authenticateClient(world, credentials(second))).resolves.toBeDefined();
    world.clock.advance(3_600_000);
    await expect(authenticateClient(world, credentials(created))).rejects.toBeInstanceOf(ClientInvalid);
    const third = await rotate(0);
    await expect(authenticateClient(world, credentials(second))).rejects.toBeInstanceOf(ClientInvalid);
    await expect(authenticateClient(world, credentials(third))).resolves.toBeDefined();
  });

  it('ends an old secret before its time, and never the newest', async () => {
    const { clientId } = created.client;
    const request = { keepOldSeconds: 7 * 24 * 3600 };
    const second = await rotateClientSecret(world, { principal: admin, clientId, request });
    const end = (number: number) => endClientSecret(world, { principal: admin, clientId, number });
    await expect(end(2)).rejects.toMatchObject({ issues: [{ path: '/number' }] });
    const numbersAfter = async (number: number) => (await end(number)).secrets.map((secret) => secret.number);
    expect(await numbersAfter(1)).toEqual([2]);
    await expect(authenticateClient(world, credentials(created))).rejects.toBeInstanceOf(ClientInvalid);
    await expect(authenticateClient(world, credentials(second))).resolves.toBeDefined();
    // Twice is as good as once, and what never was is nothing.
    expect(await numbersAfter(1)).toEqual([2]);
    expect(await numbersAfter(9)).toEqual([2]);
  });

  it('says who made a client, and when each secret was made and ends', async () => {
    const { clientId } = created.client;
    expect(created.client).toMatchObject({
      createdBy: admin.personId,
      createdAt: '2026-03-02T01:00:00.000Z',
    });
    world.clock.advance(3_600_000);
    await rotateClientSecret(world, { principal: admin, clientId, request: { keepOldSeconds: 86_400 } });
    expect((await getClient(world, { principal: admin, clientId })).secrets).toEqual([
      { number: 1, createdAt: '2026-03-02T01:00:00.000Z', validUntil: '2026-03-03T02:00:00.000Z' },
      { number: 2, createdAt: '2026-03-02T02:00:00.000Z' },
    ]);
  });

  it('changes name and scopes, no further than the tenant reaches', async () => {
    const { clientId } = created.client;
    const change = (request: Parameters<typeof changeClient>[1]['request'], principal = admin) =>
      changeClient(world, { principal, clientId, request });
    const changed = await change({ name: 'Dasbor', scopes: ['records/read'] });
    expect(changed).toMatchObject({ name: 'Dasbor', scopes: ['records/read'] });
    expect((await authenticateClient(world, credentials(created))).scopes).toEqual(['records/read']);
    await expect(change({ scopes: ['define'] })).rejects.toMatchObject({ issues: [{ path: '/scopes/0' }] });
    expect(changeClientRequestSchema.safeParse({ tenant: { kind: 'platform' } }).success).toBe(false);
  });

  it('C9: a limit of its own is given by operators alone', async () => {
    const { clientId } = created.client;
    const limit = (principal: PersonPrincipal, requestsPerSecond: number | null) =>
      changeClient(world, { principal, clientId, request: { requestsPerSecond } });
    await expect(limit(admin, 1000)).rejects.toMatchObject({ code: 'request.access-denied' });
    expect(await limit(world.operator, 7)).toMatchObject({ requestsPerSecond: 7 });
    expect(await authenticateClient(world, credentials(created))).toMatchObject({ requestsPerSecond: 7 });
    expect(await limit(world.operator, null)).not.toHaveProperty('requestsPerSecond');
    expect(changeClientRequestSchema.safeParse({ requestsPerSecond: 0 }).success).toBe(false);
  });

  it('leaves a disabled client as it is', async () => {
    const { clientId } = created.client;
    const asAdmin = { principal: admin, clientId };
    await disableClient(world, asAdmin);
    const attempts = [
      changeClient(world, { ...asAdmin, request: { name: 'Hidup lagi' } }),
      rotateClientSecret(world, { ...asAdmin, request: { keepOldSeconds: 0 } }),
    ];
    for (const attempt of attempts) {
      await expect(attempt).rejects.toMatchObject({ code: 'identity.client-disabled' });
    }
    await expect(disableClient(world, asAdmin)).resolves.toBeDefined();
  });

  it('a disabled client is out at once, or within half a minute through the cache', async () => {
    const cached = { ...world, directory: cachedClients(world) };
    await authenticateClient(cached, credentials(created));
    await disableClient(world, { principal: admin, clientId: created.client.clientId });
    await expect(authenticateClient(world, credentials(created))).rejects.toBeInstanceOf(ClientInvalid);
    await expect(authenticateClient(cached, credentials(created))).resolves.toBeDefined();
    world.clock.advance(30_000);
    await expect(authenticateClient(cached, credentials(created))).rejects.toBeInstanceOf(ClientInvalid);
  });
});

describe('access tokens', () => {
  const issue = (scope?: string) =>
    issueAccessToken(world, { ...credentials(created), ...(scope !== undefined && { scope }) });

  it('stand for the client with the scopes asked for', async () => {
    const all = await issue();
    expect(all).toMatchObject({ expiresInSeconds: 900, scopes: ['records/read', 'statements/read'] });
    const one = await issue('records/read');
    expect(await verifyAccessToken(world, one.accessToken)).toMatchObject({
      kind: 'client',
      clientId: created.client.clientId,
      tenant: world.tenants.agencyA,
      scopes: ['records/read'],
    });
  });

  it('are refused for a scope the client has not, and for a wrong secret', async () => {
    await expect(issue('records/read courses/write')).rejects.toMatchObject({ code: 'request.invalid' });
    const wrong = issueAccessToken(world, { ...credentials(created), secret: 'wrong' });
    await expect(wrong).rejects.toBeInstanceOf(ClientInvalid);
  });

  it('work for fifteen minutes', async () => {
    const { accessToken } = await issue();
    world.clock.advance(899_000);
    await expect(verifyAccessToken(world, accessToken)).resolves.toBeDefined();
    world.clock.advance(1_000);
    await expect(verifyAccessToken(world, accessToken)).rejects.toBeInstanceOf(ClientInvalid);
  });

  it('are refused when altered, signed for something else, or not tokens at all', async () => {
    const { accessToken } = await issue();
    const [payload = '', signature = ''] = accessToken.split('.');
    const other = world.signer.sign('page', payload);
    for (const token of ['', '.', accessToken.slice(1), `${payload}.${other}`, `${payload}x.${signature}`]) {
      await expect(verifyAccessToken(world, token)).rejects.toBeInstanceOf(ClientInvalid);
    }
  });

  it('E14: die with the client, with the secret they came from and with a scope taken away', async () => {
    const { clientId } = created.client;
    const { accessToken } = await issue();
    const stored = await world.clients.find(clientId);
    if (stored) await world.clients.replace(stored, { ...stored, scopes: ['statements/read'] });
    expect((await verifyAccessToken(world, accessToken)).scopes).toEqual(['statements/read']);
    const rotated = await rotateClientSecret(world, {
      principal: admin,
      clientId,
      request: { keepOldSeconds: 0 },
    });
    await expect(verifyAccessToken(world, accessToken)).rejects.toBeInstanceOf(ClientInvalid);
    const { accessToken: fresh } = await issueAccessToken(world, credentials(rotated));
    await disableClient(world, { principal: admin, clientId });
    await expect(verifyAccessToken(world, fresh)).rejects.toBeInstanceOf(ClientInvalid);
  });
});
