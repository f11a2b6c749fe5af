import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId, ProviderId, Tenant } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../client/api-client.ts';
import type { ClientStore } from '../client/ports.ts';
import type { ClientId, UnitId } from '../ids.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import type { SessionStore } from '../session/ports.ts';
import type { SignInStore } from '../sign-in/ports.ts';

interface Stores {
  readonly organisations: OrganisationStore;
  readonly sessions: SessionStore;
  readonly signIns: SignInStore;
  readonly clients: ClientStore;
}

const at = '2026-03-02T01:00:00.000Z';
const later = '2026-03-02T02:00:00.000Z';
const latest = '2026-03-02T03:00:00.000Z';

/** What the smaller stores of identity keep. Ids are fresh in every test. */
export function identityStoresContract(adapter: string, open: () => Promise<Stores>): void {
  let stores: Stores;

  beforeEach(async () => {
    stores = await open();
  });

  describe(`organisation store on ${adapter}`, () => {
    it('keeps agencies and providers', async () => {
      const agency = {
        agencyId: randomUUID() as AgencyId,
        name: 'Badan Contoh',
        kind: 'central',
        createdAt: at,
      } as const;
      const provider = {
        providerId: randomUUID() as ProviderId,
        name: 'Universitas Contoh',
        kind: 'university',
        createdAt: at,
      } as const;
      await stores.organisations.addAgency(agency);
      await stores.organisations.addProvider(provider);
      expect(await stores.organisations.findAgency(agency.agencyId)).toEqual(agency);
      expect(await stores.organisations.findProvider(provider.providerId)).toEqual(provider);
      expect(await stores.organisations.listAgencies()).toContainEqual(agency);
      expect(await stores.organisations.listProviders()).toContainEqual(provider);
      expect(await stores.organisations.findAgency(randomUUID() as AgencyId)).toBeUndefined();
      expect(await stores.organisations.findProvider(randomUUID() as ProviderId)).toBeUndefined();
    });

    it('keeps the units of each agency apart', async () => {
      const agencyId = randomUUID() as AgencyId;
      const top = {
        ...{ unitId: randomUUID() as UnitId, agencyId, name: 'Sekretariat', createdAt: at },
        ...{ validFrom: '2026-03-02', past: [] },
      };
      const below = { ...top, unitId: randomUUID() as UnitId, name: 'Bagian Umum', parentId: top.unitId };
      expect(await stores.organisations.readTree(agencyId)).toEqual({ units: [], rev: 0 });
      expect(await stores.organisations.putUnit(top, 0)).toBe('stored');
      expect(await stores.organisations.putUnit(below, 1)).toBe('stored');
      expect(await stores.organisations.putUnit({ ...top, agencyId: randomUUID() as AgencyId }, 0)).toBe(
        'stored',
      );
      const units = await stores.organisations.listUnits(agencyId);
      expect(units).toHaveLength(2);
      expect(units).toEqual(expect.arrayContaining([top, below]));
      expect(await stores.organisations.findUnit(agencyId, below.unitId)).toEqual(below);
      expect(await stores.organisations.findUnit(randomUUID() as AgencyId, below.unitId)).toBeUndefined();
    });
  });

  describe(`units on ${adapter}`, () => {
    it('keep what they were, and are changed by one at a time', async () => {
      const agencyId = randomUUID() as AgencyId;
      const unit = {
        ...{ unitId: randomUUID() as UnitId, agencyId, name: 'Bagian Umum', createdAt: at },
        ...{ validFrom: '2026-01-01', validTo: '2026-06-30', parentId: 'p' as UnitId },
        past: [{ until: '2026-02-28', name: 'Subbagian Umum', parentId: 'q' as UnitId }],
      };
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => stores.organisations.putUnit(unit, 0)),
      );
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect(await stores.organisations.readTree(agencyId)).toEqual({ units: [unit], rev: 1 });
      expect(await stores.organisations.putUnit({ ...unit, name: 'Lain' }, 0)).toBe('stale');
      expect(await stores.organisations.putUnit({ ...unit, name: 'Lain' }, 1)).toBe('stored');
      expect((await stores.organisations.findUnit(agencyId, unit.unitId))?.name).toBe('Lain');
    });
  });

  describe(`session store on ${adapter}`, () => {
    const session = () => ({
      tokenHash: randomUUID(),
      personId: 'p' as PersonId,
      generation: 3,
      openedAt: at,
      seenAt: at,
    });

    it('finds, touches and closes a session', async () => {
      const one = session();
      await stores.sessions.open(one);
      expect(await stores.sessions.find(one.tokenHash)).toEqual(one);
      await stores.sessions.touch(one.tokenHash, later);
      expect(await stores.sessions.find(one.tokenHash)).toEqual({ ...one, seenAt: later });
      await stores.sessions.close(one.tokenHash);
      expect(await stores.sessions.find(one.tokenHash)).toBeUndefined();
      await stores.sessions.close(one.tokenHash);
    });

    it('C10: keeps as whom a session looks, and never brings a closed one back by it', async () => {
      const one = session();
      const viewing = { personId: 'sri' as never, reason: 'Laporan', startedAt: later, until: later };
      await stores.sessions.open(one);
      await stores.sessions.view(one.tokenHash, viewing);
      expect(await stores.sessions.find(one.tokenHash)).toEqual({ ...one, viewing });
      await stores.sessions.touch(one.tokenHash, later);
      expect(await stores.sessions.find(one.tokenHash)).toMatchObject({ viewing });
      await stores.sessions.view(one.tokenHash, undefined);
      expect(await stores.sessions.find(one.tokenHash)).toEqual({ ...one, seenAt: later });
      await stores.sessions.close(one.tokenHash);
      for (const given of [viewing, undefined]) await stores.sessions.view(one.tokenHash, given);
      expect(await stores.sessions.find(one.tokenHash)).toBeUndefined();
    });

    it('E14: never brings a closed session back by touching it', async () => {
      const one = session();
      await stores.sessions.open(one);
      await stores.sessions.close(one.tokenHash);
      await stores.sessions.touch(one.tokenHash, later);
      expect(await stores.sessions.find(one.tokenHash)).toBeUndefined();
    });
  });

  describe(`sign-in store on ${adapter}`, () => {
    it('gives an attempt to exactly one of twenty', async () => {
      const attempt = {
        stateHash: randomUUID(),
        browserHash: 'b',
        nonce: 'n',
        verifier: 'v',
        returnPath: '/courses',
        expiresAt: '2096-03-02T01:10:00.000Z',
      };
      await stores.signIns.begin(attempt);
      const taken = await Promise.all(
        Array.from({ length: 20 }, () => stores.signIns.take(attempt.stateHash)),
      );
      expect(taken.filter((one) => one !== undefined)).toEqual([attempt]);
      expect(await stores.signIns.take(attempt.stateHash)).toBeUndefined();
    });
  });

  describe(`client store on ${adapter}`, () => {
    const tenant = (): Tenant => ({ kind: 'agency', agencyId: randomUUID() as AgencyId });
    const client = (over: Partial<ApiClient> = {}): ApiClient => ({
      clientId: randomUUID() as ClientId,
      name: 'Penarik catatan',
      tenant: tenant(),
      scopes: ['records/read'],
      credentials: [{ number: 1, salt: 's', hash: 'h' }],
      createdAt: at,
      rev: 1,
      ...over,
    });

    it('finds a client by id and lists those of one tenant', async () => {
      const one = client();
      const two = client({ tenant: one.tenant });
      await Promise.all([one, two, client()].map((each) => stores.clients.add(each)));
      expect(await stores.clients.find(one.clientId)).toEqual(one);
      expect(await stores.clients.find(randomUUID() as ClientId)).toBeUndefined();
      const listed = await stores.clients.listByTenant(one.tenant);
      expect(listed).toHaveLength(2);
      expect(listed).toEqual(expect.arrayContaining([one, two]));
      expect(await stores.clients.listByTenant(tenant())).toEqual([]);
    });

    it('replaces what was read and refuses an outdated version', async () => {
      const before = client();
      await stores.clients.add(before);
      const after = { ...before, disabledAt: later };
      expect(await stores.clients.replace(before, after)).toBe('stored');
      expect(await stores.clients.find(before.clientId)).toEqual({ ...after, rev: 2 });
      expect(await stores.clients.replace(before, before)).toBe('stale');
    });

    it('notes use forwards only, keeps it through a change, and invents no client', async () => {
      const before = client();
      await stores.clients.add(before);
      await stores.clients.noteUse(before.clientId, { number: 1, at: latest });
      await stores.clients.noteUse(before.clientId, { number: 1, at: later });
      expect(await stores.clients.replace(before, { ...before, name: 'Lain' })).toBe('stored');
      expect(await stores.clients.find(before.clientId)).toEqual({
        ...before,
        name: 'Lain',
        lastUsedAt: latest,
        secretUses: { 1: latest },
        rev: 2,
      });
      const absent = randomUUID() as ClientId;
      await stores.clients.noteUse(absent, { number: 1, at: later });
      expect(await stores.clients.find(absent)).toBeUndefined();
    });

    it('notes the use of each secret, and forgets it with the secret', async () => {
      const credential = (number: number) => ({ number, salt: 's', hash: 'h', createdAt: at });
      const before = client({ credentials: [credential(1), credential(2)] });
      await stores.clients.add(before);
      await stores.clients.noteUse(before.clientId, { number: 1, at: later });
      await stores.clients.noteUse(before.clientId, { number: 2, at: latest });
      const both = await stores.clients.find(before.clientId);
      expect(both).toEqual({ ...before, lastUsedAt: latest, secretUses: { 1: later, 2: latest } });
      await stores.clients.replace(before, { ...before, credentials: [credential(2)] });
      const one = await stores.clients.find(before.clientId);
      expect(one).toMatchObject({ lastUsedAt: latest, secretUses: { 2: latest }, rev: 2 });
      expect(one?.secretUses).not.toHaveProperty('1');
    });

    it('sets a limit of the client and takes it away again', async () => {
      const before = client();
      await stores.clients.add(before);
      expect(await stores.clients.replace(before, { ...before, requestsPerSecond: 7 })).toBe('stored');
      const limited = await stores.clients.find(before.clientId);
      expect(limited).toEqual({ ...before, requestsPerSecond: 7, rev: 2 });
      await stores.clients.replace({ ...before, rev: 2 }, before);
      expect(await stores.clients.find(before.clientId)).toEqual({ ...before, rev: 3 });
    });
  });
}
