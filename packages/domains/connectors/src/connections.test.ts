import type { ClientPrincipal, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createSecretSealer } from '@sinau/platform/sealing';
import { describe, expect, it } from 'vitest';
import { changeConnection } from './change-connection.ts';
import { closedSince } from './closed-since.ts';
import type { CreateConnectionRequest } from './connection-request.ts';
import { createConnection } from './create-connection.ts';
import type { JobMessage } from './job.ts';
import { listConnections } from './list-connections.ts';
import { ownConnection } from './own-connection.ts';
import { removeConnection, removeWhenEmpty } from './remove-connection.ts';
import { rotateSecret } from './rotate-secret.ts';
import { openSecrets } from './secrets.ts';
import { pauseConnection, resumeConnection } from './set-state.ts';
import { memoryConnectionStore } from './testing/memory-connection-store.ts';

const person = (given: Partial<PersonPrincipal>): PersonPrincipal => ({
  ...{ kind: 'person', personId: 'author-a' as never, name: 'Siti', roles: ['provider-author'] },
  providerId: 'provider-a' as ProviderId,
  ...given,
});
const author = person({});
const stranger = person({ providerId: 'provider-b' as ProviderId });
const { providerId: _, ...platform } = person({ personId: 'operator' as never, roles: ['operator'] });
const operator: PersonPrincipal = platform;
const machine: ClientPrincipal = {
  ...{ kind: 'client', clientId: 'client-a', name: 'Skrip', scopes: ['courses/read'] },
  tenant: { kind: 'provider', providerId: 'provider-a' as ProviderId },
};

const moodle: CreateConnectionRequest = {
  ...{ kind: 'moodle', name: 'Moodle kampus', baseUrl: 'https://moodle.kampus.example/', secret: 'token-1' },
  ...{ contactEmail: 'admin@kampus.example', acceptance: 'person', schedule: { syncHour: 1 } },
};
const pages = {
  ...{ kind: 'schema-org' as const, name: 'Situs kampus', baseUrl: 'https://kampus.example/sitemap.xml' },
  ...{ contactEmail: 'admin@kampus.example', acceptance: 'person' as const, schedule: { syncHour: 1 } },
};
const roster = {
  ...{ kind: 'oneroster' as const, name: 'SIAKAD', baseUrl: 'https://siakad.kampus.example', secret: 's-1' },
  ...{ contactEmail: 'admin@kampus.example', acceptance: 'person' as const, schedule: { pollMinutes: 60 } },
  oneRoster: { tokenUrl: 'https://masuk.kampus.example/token', clientId: 'sinau' },
};
const { oneRoster, ...rosterWithoutSignIn } = roster;
const openedx: CreateConnectionRequest = {
  ...{ kind: 'openedx', name: 'MOOC kampus', baseUrl: 'https://mooc.kampus.example', secret: 'rahasia' },
  ...{ contactEmail: 'admin@kampus.example', acceptance: 'person', schedule: { syncHour: 1 } },
  openedx: { clientId: 'sinau', learnersBy: 'pseudonym', mode: 'audit' },
};
const webhook: CreateConnectionRequest = {
  ...{ kind: 'webhook', name: 'Hasil MOOC', contactEmail: 'admin@kampus.example' },
  ...{ acceptance: 'person', schedule: {} },
};

function world() {
  let open = 0;
  const sent: JobMessage[] = [];
  const connections = memoryConnectionStore();
  const deps = {
    connections,
    clock: fixedClock(),
    ids: countedIds(),
    box: createSecretSealer('a secret for tests, long enough to seal'),
    addresses: { mayUse: async (url: string) => url.startsWith('https://') && !url.includes('127.') },
    startTools: {
      mayStart: async (_: unknown, { clientId }: { readonly clientId: string }) => clientId === 'tool-1',
    },
    openEnrolments: { count: async () => open },
    queue: { send: async (message: JobMessage) => void sent.push(message) },
  };
  const make = async (request: CreateConnectionRequest = moodle, principal: PersonPrincipal = author) => {
    const { connection, secret } = await createConnection(deps, { principal, request });
    return { connection, secret, input: { principal, connectionId: connection.connectionId } };
  };
  const secrets = async (connectionId: string) =>
    openSecrets(deps.box, await ownConnection(deps, { principal: operator, connectionId }));
  const learners = (count: number) => {
    open = count;
  };
  return { deps, make, secrets, learners, sent };
}

const change = (
  { kind: _, secret: __, providerId: ___, ...settings }: CreateConnectionRequest,
  rev: number,
) => ({
  ...settings,
  rev,
});
const refused = (code: string) => ({ code });

describe('connections', () => {
  it('are made with a sealed secret, no trailing slash, and a plan of what runs by itself', async () => {
    const { make, secrets } = world();
    const { connection } = await make();
    expect(connection).toMatchObject({
      ...{ providerId: 'provider-a', baseUrl: 'https://moodle.kampus.example', state: 'active', rev: 1 },
      runs: {
        'check-health': { nextAt: '2026-03-02T02:00:00.000Z' },
        sync: { nextAt: '2026-03-02T18:01:00.000Z' },
      },
    });
    expect(JSON.stringify(connection)).not.toContain('token-1');
    expect(await secrets(connection.connectionId)).toEqual({ current: 'token-1' });
  });

  it('C2: are seen by their own provider and by operators, and to all others are absent', async () => {
    const { deps, make } = world();
    const { connection, input } = await make();
    expect(await listConnections(deps, { principal: machine })).toHaveLength(1);
    expect(await listConnections(deps, { principal: operator })).toHaveLength(1);
    expect(await listConnections(deps, { principal: stranger })).toEqual([]);
    const absent = refused('connectors.not-found');
    const theirs = { principal: stranger, connectionId: input.connectionId };
    await expect(ownConnection(deps, theirs)).rejects.toMatchObject(absent);
    await expect(ownConnection(deps, { ...input, connectionId: 'no uuid' })).rejects.toMatchObject(absent);
    for (const act of [
      changeConnection(deps, { ...theirs, request: change(moodle, 1) }),
      pauseConnection(deps, theirs),
      removeConnection(deps, { ...theirs, windUp: true }),
      rotateSecret(deps, { ...theirs, secret: 'x' }),
      createConnection(deps, { principal: stranger, request: { ...moodle, providerId: 'provider-a' } }),
    ]) {
      await expect(act).rejects.toMatchObject(absent);
    }
    expect(await ownConnection(deps, input)).toEqual(connection);
  });

  it('of OneRoster show their secret to no new host, be it of tokens or of data', async () => {
    const { deps, make } = world();
    const { input } = await make(roster);
    const moved = {
      ...change(roster, 1),
      oneRoster: { ...oneRoster, tokenUrl: 'https://lain.example/token' },
    };
    const invalid = refused('request.invalid');
    await expect(changeConnection(deps, { ...input, request: moved })).rejects.toMatchObject(invalid);
    await changeConnection(deps, { ...input, request: { ...moved, secret: 's-2' } });
    expect(await ownConnection(deps, input)).toMatchObject({ oneRoster: moved.oneRoster });
  });

  it('of web pages have no secret, and may move to another host without one', async () => {
    const { deps, make } = world();
    const { connection, input } = await make(pages);
    expect(connection).not.toHaveProperty('sealedSecrets');
    const request = { ...change(pages, 1), baseUrl: 'https://lain.example/sitemap.xml' };
    await changeConnection(deps, { ...input, request });
    expect(await ownConnection(deps, input)).toMatchObject({ baseUrl: request.baseUrl });
  });

  it('are made by operators for the provider they name', async () => {
    const { deps, make } = world();
    await expect(make(moodle, operator)).rejects.toMatchObject(refused('request.invalid'));
    const { connection } = await make({ ...moodle, providerId: 'provider-b' }, operator);
    expect(connection.providerId).toBe('provider-b');
    expect(await listConnections(deps, { principal: stranger })).toHaveLength(1);
  });

  it('F3: lead to no address inside, when made and when changed', async () => {
    const { deps, make } = world();
    const inside = { ...moodle, baseUrl: 'https://127.0.0.1' };
    await expect(make(inside)).rejects.toMatchObject(refused('connectors.address-not-allowed'));
    const { input } = await make();
    const changed = changeConnection(deps, { ...input, request: { ...change(inside, 1), secret: 'x' } });
    await expect(changed).rejects.toMatchObject(refused('connectors.address-not-allowed'));
  });

  it('D1: take exactly what their kind has, and nothing that people do not set', async () => {
    const { make } = world();
    const { secret: __, baseUrl: ___, ...bare } = moodle;
    for (const wrong of [
      { ...bare, baseUrl: 'https://moodle.kampus.example' },
      { ...bare, secret: 'x' },
      { ...webhook, secret: 'x' },
      { ...webhook, baseUrl: 'https://kampus.example' },
      { ...webhook, schedule: { pollMinutes: 15 } },
      { ...webhook, schedule: { syncHour: 1 } },
      { ...webhook, reconciliation: { agedAfterDays: 0 } },
      { ...webhook, reconciliation: { silentAfterDays: 366 } },
      { ...pages, reconciliation: { agedAfterDays: 3 } },
      {
        ...{ ...webhook, kind: 'xapi', schedule: { reconcileHour: 1 } },
        xapi: { beside: '11111111-1111-4111-8111-111111111111' },
      },
      { ...pages, secret: 'x' },
      rosterWithoutSignIn,
      { ...moodle, oneRoster },
      { ...roster, oneRoster: { ...oneRoster, tokenUrl: 'ftp://x' } },
      { ...pages, schedule: { pollMinutes: 15 } },
      { ...pages, schedule: { reconcileHour: 1 } },
      { ...webhook, xapi: {} },
      { ...webhook, kind: 'xapi', xapi: { beside: 'no uuid' } },
      { ...moodle, schedule: { pollMinutes: 1 } },
      { ...moodle, baseUrl: 'https://moodle.kampus.example?x' },
      { ...moodle, contactEmail: 'nobody' },
      { ...moodle, state: 'paused' },
      { ...moodle, sealedSecrets: 'x' },
    ]) {
      await expect(make(wrong as CreateConnectionRequest)).rejects.toMatchObject(refused('request.invalid'));
    }
  });

  it.each(['file', 'webhook', 'xapi', 'oneroster-csv'] as const)(
    'are compared at their hour though nothing can be asked of them, and count days as they say (%s)',
    async (kind) => {
      const { deps, make } = world();
      const { input } = await make({
        ...{ ...webhook, kind, schedule: { reconcileHour: 3 } },
        reconciliation: { agedAfterDays: 7, silentAfterDays: 0 },
      });
      const connection = await deps.connections.find(input.connectionId);
      expect(connection?.runs.reconcile?.nextAt).toBeDefined();
      expect(connection?.reconciliation).toEqual({ agedAfterDays: 7, silentAfterDays: 0 });
      // What is left out goes back to what holds by itself.
      await changeConnection(deps, {
        ...input,
        request: { ...change({ ...webhook, schedule: {} }, 1) },
      });
      const changed = await deps.connections.find(input.connectionId);
      expect(changed).not.toHaveProperty('reconciliation');
      expect(changed?.runs.reconcile?.nextAt).toBe('2026-03-02T20:01:00.000Z');
      // Settings without an hour are somebody's word.
      const never = { ...webhook, schedule: {}, reconciliation: { agedAfterDays: 7 } };
      await changeConnection(deps, { ...input, request: { ...change(never, 2) } });
      const last = await deps.connections.find(input.connectionId);
      expect(last?.runs.reconcile?.nextAt).toBeUndefined();
    },
  );

  it('keep their token when they change, and need another one for another host', async () => {
    const { deps, make, secrets } = world();
    const { input } = await make();
    const request = { ...change(moodle, 1), name: 'Moodle baru', schedule: {} };
    await changeConnection(deps, { ...input, request });
    const changed = await ownConnection(deps, input);
    expect(changed).toMatchObject({ name: 'Moodle baru', rev: 2 });
    expect(changed.runs).not.toHaveProperty('sync');
    expect(await secrets(input.connectionId)).toEqual({ current: 'token-1' });
    const elsewhere = { ...request, rev: 2, baseUrl: 'https://lain.example' };
    const moved = changeConnection(deps, { ...input, request: elsewhere });
    await expect(moved).rejects.toMatchObject({ issues: [{ path: '/secret' }] });
    await changeConnection(deps, { ...input, request: { ...elsewhere, secret: 'token-2' } });
    expect(await secrets(input.connectionId)).toEqual({ current: 'token-2' });
  });

  it('are named in one line that says what it shows', async () => {
    const { deps, make } = world();
    const { input } = await make();
    for (const code of [0x07, 0x0a, 0x202e]) {
      const name = `Moodle${String.fromCharCode(code)} kampus`;
      const named = changeConnection(deps, { ...input, request: { ...change(moodle, 1), name } });
      await expect(named).rejects.toMatchObject({ issues: [{ path: '/name' }] });
      await expect(make({ ...moodle, name })).rejects.toMatchObject({ issues: [{ path: '/name' }] });
    }
  });

  it('to Open edX show what opens them to no catalogue service that nobody gave a secret for', async () => {
    const { deps, make } = world();
    const { input } = await make(openedx);
    const withCatalogue = (catalogueUrl: string) => ({
      ...change(openedx, 1),
      openedx: { clientId: 'sinau', learnersBy: 'email' as const, mode: 'audit', catalogueUrl },
    });
    const asked = (catalogueUrl: string, more: object = {}) =>
      changeConnection(deps, { ...input, request: { ...withCatalogue(catalogueUrl), ...more } });
    await expect(asked('https://lain.example')).rejects.toMatchObject({ issues: [{ path: '/secret' }] });
    await expect(asked('https://127.0.0.1', { secret: 'baru' })).rejects.toMatchObject(
      refused('connectors.address-not-allowed'),
    );
    await asked('https://mooc.kampus.example/katalog/');
    expect((await ownConnection(deps, input)).openedx).toMatchObject({
      ...{ learnersBy: 'email', catalogueUrl: 'https://mooc.kampus.example/katalog' },
    });
  });

  it('to Open edX need their settings, and other kinds have none', async () => {
    const { make } = world();
    const { openedx: settings, ...bare } = openedx;
    await expect(make(bare)).rejects.toMatchObject({ issues: [{ path: '/openedx' }] });
    await expect(make({ ...moodle, openedx: settings as never })).rejects.toMatchObject({
      issues: [{ path: '/openedx' }],
    });
  });

  it('are changed by one of two people who read the same', async () => {
    const { deps, make } = world();
    const { input } = await make();
    await changeConnection(deps, { ...input, request: change(moodle, 1) });
    const late = changeConnection(deps, { ...input, request: change(moodle, 1) });
    await expect(late).rejects.toMatchObject(refused('connectors.changed-meanwhile'));
  });

  it('C2: let courses start in a tool of their provider that is in use, and in none else', async () => {
    const { deps, make } = world();
    const start = { clientId: 'tool-1', deploymentId: 'd-1', parameter: 'id' };
    const { connection, input } = await make({ ...moodle, start });
    expect(connection.start).toEqual(start);
    const foreign = { ...start, clientId: 'tool-of-others' };
    const refusal = { issues: [{ path: '/start' }] };
    await expect(make({ ...moodle, start: foreign })).rejects.toMatchObject(refusal);
    const request = change({ ...moodle, start: foreign }, 1);
    await expect(changeConnection(deps, { ...input, request })).rejects.toMatchObject(refusal);
    await expect(make({ ...webhook, start })).rejects.toMatchObject(refusal);
    await expect(make({ ...moodle, start: { ...start, parameter: 'a b' } })).rejects.toMatchObject({
      issues: [{ path: '/start/parameter' }],
    });
    await changeConnection(deps, { ...input, request: change(moodle, 1) });
    expect(await ownConnection(deps, input)).not.toHaveProperty('start');
  });

  it('C2: count statements beside another of the same provider, and of none else', async () => {
    const { deps, make } = world();
    const { connection } = await make();
    const xapi = (beside: string, over: object = {}): CreateConnectionRequest => ({
      ...{ ...webhook, kind: 'xapi', xapi: { beside } },
      ...over,
    });
    const made = await make(xapi(connection.connectionId));
    expect(made.connection.xapi).toEqual({ beside: connection.connectionId });
    const wrong = [made.connection.connectionId, '00000000-0000-4000-8000-0000000000ff'];
    for (const id of wrong) {
      await expect(make(xapi(id))).rejects.toMatchObject({ issues: [{ path: '/xapi/beside' }] });
    }
    const foreign = { principal: operator, request: xapi(connection.connectionId, { providerId: 'other' }) };
    await expect(createConnection(deps, foreign)).rejects.toMatchObject({
      issues: [{ path: '/xapi/beside' }],
    });
    const request = { ...xapi(wrong[0] ?? ''), rev: 1 };
    const { kind: _, ...changed } = request;
    const input = { principal: operator, connectionId: made.connection.connectionId, request: changed };
    await expect(changeConnection(deps, input)).rejects.toMatchObject({ issues: [{ path: '/xapi/beside' }] });
  });

  it('rest while they are paused, and go on by their schedule; whoever waited for them is asked for at once', async () => {
    const { deps, make, sent } = world();
    const { input } = await make();
    await pauseConnection(deps, input);
    expect(await deps.connections.listDue('2027-01-01', 10)).toEqual([]);
    const theirs = { principal: stranger, connectionId: input.connectionId };
    await expect(resumeConnection(deps, theirs)).rejects.toMatchObject({
      code: 'connectors.not-found',
    });
    expect(sent).toEqual([]);
    await resumeConnection(deps, input);
    expect(await deps.connections.listDue('2027-01-01', 10)).toHaveLength(1);
    expect(sent).toEqual([{ kind: 'wake-enrolments', connectionId: input.connectionId }]);
  });

  it('replace a token at once, and take both secrets of ours for a day', async () => {
    const { deps, make, secrets } = world();
    const { input } = await make();
    expect(await rotateSecret(deps, { ...input, secret: 'token-2' })).toEqual({});
    expect(await secrets(input.connectionId)).toEqual({ current: 'token-2' });
    await expect(rotateSecret(deps, input)).rejects.toMatchObject({ issues: [{ path: '/secret' }] });
    const made = await make(webhook);
    expect(made.secret).toMatch(/^whsec_/);
    const { secret } = await rotateSecret(deps, made.input);
    expect(await secrets(made.input.connectionId)).toEqual({
      current: secret,
      previous: { secret: made.secret, until: '2026-03-03T01:00:00.000Z' },
    });
    const given = rotateSecret(deps, { ...made.input, secret: 'x' });
    await expect(given).rejects.toMatchObject({ issues: [{ path: '/secret' }] });
  });

  it('are not removed from under their learners: they wait for the last, and take nobody new', async () => {
    const { deps, make, learners } = world();
    const { input } = await make({
      ...moodle,
      schedule: { syncHour: 1, reconcileHour: 2, pollMinutes: 60 },
    });
    learners(2);
    const atOnce = removeConnection(deps, { ...input, windUp: false });
    await expect(atOnce).rejects.toMatchObject({ code: 'connectors.in-use', learners: 2 });
    expect(await removeConnection(deps, { ...input, windUp: true })).toBe('removing');
    const removing = await ownConnection(deps, input);
    // Whoever is still learning gets their result; only the catalogue is left alone.
    expect(Object.keys(removing.runs).toSorted()).toEqual(['check-health', 'poll-results', 'reconcile']);
    const since = closedSince(removing);
    expect(since).toBe(removing.removingSince);
    // Asking once more moves nothing: whoever came in between came too late all the same.
    deps.clock.advance(60_000);
    await removeConnection(deps, { ...input, windUp: true });
    expect(closedSince(await ownConnection(deps, input))).toBe(since);
    await resumeConnection(deps, input);
    expect(closedSince(await ownConnection(deps, input))).toBeUndefined();
    await removeConnection(deps, { ...input, windUp: true });
    expect(await removeWhenEmpty(deps, removing)).toBe(false);
    learners(0);
    expect(await removeWhenEmpty(deps, removing)).toBe(true);
    await expect(ownConnection(deps, input)).rejects.toMatchObject(refused('connectors.not-found'));
  });

  it('are twenty of a provider at most', async () => {
    const { make } = world();
    for (let n = 0; n < 20; n += 1) await make(webhook);
    await expect(make(webhook)).rejects.toMatchObject(refused('connectors.too-many'));
  });
});
