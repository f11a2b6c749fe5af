import type { ProviderId } from '@sinau/kernel';
import { discoveryDocument } from '@sinau/lti';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addPlatformByHand,
  changePlatform,
  findPlatform,
  makeRegistrationTicket,
  platformByHandSchema,
  registerPlatform,
  removePlatform,
} from './index.ts';
import { ltiToolWorld, samplePlatform } from './testing/index.ts';

const owner = { kind: 'provider', providerId: 'p1' as ProviderId } as const;
const issuer = 'https://lms.kampus.example';
const discovery = `${issuer}/openid`;
const document = discoveryDocument(
  {
    ...{ issuer, authorization: `${issuer}/auth`, token: `${issuer}/token` },
    ...{ jwks: `${issuer}/certs`, registration: `${issuer}/register` },
  },
  { name: 'moodle', version: '4.5' },
);

let world: ReturnType<typeof ltiToolWorld>;
let ticket: string;
beforeEach(async () => {
  world = ltiToolWorld();
  world.answers.set(discovery, document).set(`${issuer}/register`, { client_id: 'klien-1' });
  ticket = (await makeRegistrationTicket(world.deps, { owner, madeBy: 'sri' })).ticket;
});
const register = (over: { ticket?: string; openidConfiguration?: string; registrationToken?: string } = {}) =>
  registerPlatform(world.deps, { ticket, openidConfiguration: discovery, registrationToken: 't', ...over });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? error,
  );

describe('a registration by the learning system itself', () => {
  it('R5: is kept for its owner and waits to be confirmed', async () => {
    const platform = await register();
    expect(platform).toMatchObject({
      ...{ owner, issuer, clientId: 'klien-1', status: 'waiting', name: 'lms.kampus.example' },
      ...{ deployments: [], jwksUri: `${issuer}/certs`, tokenUrl: `${issuer}/token`, registeredBy: 'sri' },
    });
    expect(await world.platforms.find(platform.platformId)).toEqual(platform);
    expect(platform).not.toHaveProperty('registrationUrl');
    const confirmed = await changePlatform(world.deps, {
      ...{ platform, rev: platform.rev, change: { status: 'active', name: 'LMS Kampus' } },
    });
    expect(confirmed).toMatchObject({ status: 'active', name: 'LMS Kampus' });
  });

  it('is asked for with no token that would break the line of its header, and the address still works', async () => {
    for (const registrationToken of ['t\r\nx: y', 'tökén']) {
      expect(await codeOf(register({ registrationToken }))).toBe('lti-tool.registration-failed');
    }
    expect(world.asked).toEqual([]);
    expect(await codeOf(register())).toBe('done');
  });

  it('R7: happens once with an address, also when it is opened twice at once', async () => {
    const outcomes = await Promise.all([codeOf(register()), codeOf(register())]);
    expect(outcomes.toSorted()).toEqual(['done', 'lti-tool.registration-ended']);
    expect(await codeOf(register())).toBe('lti-tool.registration-ended');
    expect(world.asked.filter((address) => address.endsWith('/register'))).toHaveLength(1);
  });

  it('R7: ends with its hour, and is nobody else’s', async () => {
    expect(await codeOf(register({ ticket: 'x' }))).toBe('lti-tool.registration-ended');
    world.clock.advance(3600_000);
    expect(await codeOf(register())).toBe('lti-tool.registration-ended');
    expect(world.asked).toEqual([]);
  });

  it('R5: that comes to nothing leaves the address as it was', async () => {
    world.answers.set(`${issuer}/register`, {});
    expect(await codeOf(register())).toBe('lti-tool.registration-failed');
    world.answers.set(`${issuer}/register`, { client_id: 'klien-1' });
    expect(await codeOf(register())).toBe('done');
  });

  it('R6: refuses an issuer of another host than its document, and asks it for nothing more', async () => {
    world.answers.set('https://evil.example/openid', document);
    const openidConfiguration = 'https://evil.example/openid';
    expect(await codeOf(register({ openidConfiguration }))).toBe('lti-tool.registration-failed');
    expect(world.asked).toEqual([openidConfiguration]);
  });

  it.each(['auth', 'token', 'certs', 'register'])('F3: refuses an inner address of its /%s', async (path) => {
    world.forbidden.add(`${issuer}/${path}`);
    expect(await codeOf(register())).toBe('lti-tool.registration-failed');
    expect(world.asked).toEqual([discovery]);
    expect(await world.platforms.listOf(owner)).toEqual([]);
  });

  it('refuses a client that is registered already, and our own name', async () => {
    await world.platforms.add(samplePlatform());
    expect(await codeOf(register())).toBe('lti-tool.registration-failed');
    world.answers.set(`${issuer}/register`, { client_id: 'https://sinau.example' });
    expect(await codeOf(register())).toBe('lti-tool.registration-failed');
    expect(await world.platforms.listOf(owner)).toHaveLength(1);
  });
});

describe('a registration by hand', () => {
  const told = {
    ...{ name: 'LMS Kampus', issuer, clientId: 'klien-1', deployments: ['1', '1'] },
    ...{ authorizationUrl: `${issuer}/auth`, tokenUrl: `${issuer}/token`, jwksUri: `${issuer}/certs` },
  };
  const add = (over: object = {}) =>
    addPlatformByHand(world.deps, { owner, registeredBy: 'sri', platform: { ...told, ...over } });

  it('works at once', async () => {
    expect(await add()).toMatchObject({ status: 'active', deployments: ['1'], owner });
    expect(await codeOf(add())).toBe('lti-tool.taken');
  });

  it('makes us sign for nobody who has registered us under the same client id', async () => {
    await add();
    const hostile = { issuer: 'https://lain.example', jwksUri: 'https://lain.example/certs' };
    expect(await codeOf(add(hostile))).toBe('lti-tool.taken');
    const own = { ...hostile, tokenUrl: 'https://lain.example/token' };
    expect(await codeOf(add({ ...own, tokenAudience: told.tokenUrl }))).toBe('lti-tool.taken');
    expect(await add(own)).toMatchObject({ status: 'active' });
  });

  it('F3: names no inner address', async () => {
    world.forbidden.add(`${issuer}/certs`);
    await expect(add()).rejects.toMatchObject({ code: 'request.invalid', issues: [{ path: '/jwksUri' }] });
  });

  it.each([
    ['an issuer with a query', { issuer: `${issuer}?a=1` }],
    ['a client with a space', { clientId: 'a b' }],
    ['no name', { name: ' ' }],
    ['a script for an address', { tokenUrl: 'javascript:alert(1)' }],
    ['a field more', { owner: { kind: 'platform' } }],
  ])('refuses %s', (_, over) => {
    expect(platformByHandSchema.safeParse({ ...told, ...over }).success).toBe(false);
    expect(platformByHandSchema.safeParse(told).success).toBe(true);
  });

  it('C2: is found, changed and removed by its owner alone, as it was shown', async () => {
    const { platformId } = await add();
    const other = { kind: 'provider', providerId: 'p2' as ProviderId } as const;
    expect(await codeOf(findPlatform(world.deps, { platformId, owner: other }))).toBe('lti-tool.not-found');
    expect(await codeOf(findPlatform(world.deps, { platformId, owner: { kind: 'platform' } }))).toBe(
      'lti-tool.not-found',
    );
    const platform = await findPlatform(world.deps, { platformId, owner });
    const change = { status: 'off' } as const;
    expect(await codeOf(changePlatform(world.deps, { platform, change, rev: 7 }))).toBe(
      'lti-tool.changed-meanwhile',
    );
    await changePlatform(world.deps, { platform, change });
    expect(await codeOf(changePlatform(world.deps, { platform, change }))).toBe('lti-tool.changed-meanwhile');
    expect(await codeOf(removePlatform(world.deps, platform))).toBe('lti-tool.changed-meanwhile');
    await removePlatform(world.deps, { ...platform, rev: 1 });
    expect(await world.platforms.listOf(owner)).toEqual([]);
  });
});
