import type { PersonId, PersonPrincipal, Role, Tenant } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import {
  createAgency,
  createProvider,
  type InvitePersonRequest,
  invitePerson,
  type Person,
  principalOf,
  type SignInClaims,
  signInPerson,
} from '../index.ts';
import { memoryPeopleStore } from './memory-people-store.ts';
import {
  memoryClientStore,
  memoryOrganisationStore,
  memorySessionStore,
  memorySignInStore,
} from './memory-stores.ts';

const issuer = 'https://issuer.example';

export const claimsFor = (email: string, over: Partial<SignInClaims> = {}): SignInClaims => ({
  issuer,
  subject: `subject of ${email}`,
  email,
  emailVerified: true,
  ...over,
});

/** Two agencies and two providers on in-memory stores, opened by the first operator through the use cases. */
export async function identityWorld() {
  const deps = {
    people: memoryPeopleStore(),
    organisations: memoryOrganisationStore(),
    sessions: memorySessionStore(),
    signIns: memorySignInStore(),
    clients: memoryClientStore(),
    clock: fixedClock(),
    ids: countedIds(),
    digest: nodeDigest,
    signer: hmacSigner('a secret for tests of at least 32 characters'),
    bootstrapEmail: 'operator@contoh.example',
  };
  const operator = principalOf(await signInPerson(deps, claimsFor('operator@contoh.example')));
  const agency = async (name: string): Promise<Tenant> => ({
    kind: 'agency',
    agencyId: (await createAgency(deps, { principal: operator, request: { name, kind: 'central' } }))
      .agencyId,
  });
  const provider = async (name: string): Promise<Tenant> => ({
    kind: 'provider',
    providerId: (
      await createProvider(deps, { principal: operator, request: { name, kind: 'content-provider' } })
    ).providerId,
  });
  const tenants = {
    agencyA: await agency('Badan Contoh A'),
    agencyB: await agency('Badan Contoh B'),
    providerA: await provider('Penyedia Contoh A'),
    providerB: await provider('Penyedia Contoh B'),
    platform: { kind: 'platform' } as Tenant,
  };
  let count = 0;

  /** Invites somebody as the operator; the address is made up. */
  function invite(home: Tenant, roles: readonly Role[], over: Partial<InvitePersonRequest> = {}) {
    count += 1;
    const request = {
      name: `Orang ${count}`,
      email: `orang${count}@contoh.example`,
      home,
      roles: [...roles],
    };
    return invitePerson(deps, { principal: operator, request: { ...request, ...over } });
  }

  /** Invites and signs in. */
  async function active(home: Tenant, roles: readonly Role[]): Promise<Person> {
    return signInPerson(deps, claimsFor((await invite(home, roles)).email));
  }

  const principal = async (home: Tenant, ...roles: readonly Role[]): Promise<PersonPrincipal> =>
    principalOf(await active(home, roles));

  async function stored(personId: PersonId): Promise<Person> {
    const person = await deps.people.find(personId);
    if (!person) throw new Error('no such person');
    return person;
  }

  return { ...deps, tenants, operator, invite, active, principal, stored };
}
