import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  authenticateClient,
  changePerson,
  getPerson,
  listPeople,
  listUnits,
  signInPerson,
} from '@sinau/identity';
import { memoryClientStore, memoryOrganisationStore, memoryPeopleStore } from '@sinau/identity/testing';
import { fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest, systemIds } from '@sinau/platform/crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileMemory } from './file-memory.ts';
import { seed } from './seed.ts';

let dir: string;
let file: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sinau-seed-'));
  file = join(dir, 'seed.json');
});
afterEach(() => rm(dir, { recursive: true }));

function setup() {
  return {
    people: memoryPeopleStore(),
    organisations: memoryOrganisationStore(),
    clients: memoryClientStore(),
    clock: fixedClock(),
    ids: systemIds,
    digest: nodeDigest,
    signer: hmacSigner('a secret for tests of at least 32 characters'),
    memory: fileMemory(file),
    issuer: 'http://localhost:3000/oidc',
  };
}

describe('seed', () => {
  it('gives an agency with its people, a provider, a university and clients that can sign in', async () => {
    const deps = setup();
    const { people, clients, tenants, principals } = await seed(deps);
    expect(people.map(({ role }) => role)).toEqual([
      'operator',
      'agency-admin',
      'talent-officer',
      'supervisor',
      'learner',
      'learner',
      'provider-author',
      'provider-author',
      'reviewer',
      'operator',
      'auditor',
    ]);
    for (const { email, name, personId } of people) {
      const claims = { issuer: deps.issuer, subject: email, email, emailVerified: true, name };
      expect((await signInPerson(deps, claims)).personId).toBe(personId);
    }
    const agency = await listPeople(deps, { principal: principals.operator, tenant: tenants.agency });
    expect(agency.people).toHaveLength(5);
    const learner = agency.people.find(({ name }) => name.startsWith('Sri'));
    const supervisor = people.find(({ role }) => role === 'supervisor');
    expect(learner?.supervisorId).toBe(supervisor?.personId);
    const secretsWork = Object.values(clients).map(({ id, secret }) =>
      authenticateClient({ ...deps, directory: deps.clients }, { clientId: id, secret }),
    );
    expect((await Promise.all(secretsWork)).map(({ tenant }) => tenant)).toEqual([
      tenants.platform,
      tenants.agency,
      tenants.provider,
      tenants.platform,
    ]);
  });

  it('gives the same again when repeated, also after people have signed in', async () => {
    const deps = setup();
    const first = await seed(deps);
    const [, , , learner] = first.people;
    if (!learner) throw new Error('no learner');
    await signInPerson(deps, {
      issuer: deps.issuer,
      subject: learner.email,
      email: learner.email,
      emailVerified: true,
    });
    expect(await seed(deps)).toEqual(first);
    const { operator } = first.principals;
    const { agency } = first.tenants;
    if (agency.kind !== 'agency') throw new Error('no agency');
    expect(await listUnits(deps, { principal: operator, agencyId: agency.agencyId })).toHaveLength(3);
  });

  it('undoes nothing that was done since', async () => {
    const deps = setup();
    const { people, principals } = await seed(deps);
    const { operator } = principals;
    const admin = people.find(({ role }) => role === 'agency-admin');
    if (!admin) throw new Error('no admin');
    const request = { name: 'Nama Baru', email: 'baru@badan-contoh.example' };
    await changePerson(deps, { principal: operator, personId: admin.personId, request });
    const first = await getPerson(deps, { principal: operator, personId: operator.personId });
    await deps.people.replace(first, { ...first, status: 'disabled' });
    const again = await seed(deps);
    expect(again.people.find(({ role }) => role === 'agency-admin')?.name).toBe('Nama Baru');
    const tenant = again.tenants.agency;
    expect((await listPeople(deps, { principal: operator, tenant })).people).toHaveLength(5);
  });

  it('begins anew on empty stores, whatever the file says', async () => {
    const first = await seed(setup());
    const deps = setup();
    const second = await seed(deps);
    expect(second.people[0]?.personId).not.toBe(first.people[0]?.personId);
    const { id, secret } = second.clients.xapi;
    const directory = deps.clients;
    await expect(authenticateClient({ ...deps, directory }, { clientId: id, secret })).resolves.toBeDefined();
  });

  it('finishes a seed that was cut short', async () => {
    const deps = setup();
    const failing = { ...deps.clients, add: () => Promise.reject(new Error('stopped')) };
    await expect(seed({ ...deps, clients: failing })).rejects.toThrow('stopped');
    const { people, principals, tenants } = await seed(deps);
    expect(people).toHaveLength(11);
    const { operator } = principals;
    expect((await listPeople(deps, { principal: operator, tenant: tenants.agency })).people).toHaveLength(5);
  });

  it.each([
    ['lost', () => rm(file)],
    ['damaged', () => writeFile(file, '{')],
  ])('makes new secrets for the same clients when the file is %s', async (_, spoil) => {
    const deps = setup();
    const first = await seed(deps);
    await spoil();
    const second = await seed(deps);
    expect(second.clients.agency.id).toBe(first.clients.agency.id);
    expect(second.clients.agency.secret).not.toBe(first.clients.agency.secret);
    const { id, secret } = second.clients.agency;
    const directory = deps.clients;
    await expect(authenticateClient({ ...deps, directory }, { clientId: id, secret })).resolves.toBeDefined();
    const old = { clientId: id, secret: first.clients.agency.secret };
    await expect(authenticateClient({ ...deps, directory }, old)).rejects.toBeDefined();
  });
});
