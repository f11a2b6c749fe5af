import {
  type ClientWithSecret,
  createAgency,
  createClient,
  createProvider,
  invitePerson,
  openSession,
  type Person,
  principalOf,
  signInPerson,
} from '@sinau/identity';
import {
  createClientStore,
  createOrganisationStore,
  createPeopleStore,
  createSessionStore,
} from '@sinau/identity/dynamo';
import type { PersonPrincipal, Role, Scope, Signer, Tenant } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import { system } from './system.ts';

/** NIP of one learner; made up, with the serial 999. It must never be answered in full nor logged. */
export const employeeNumber = '199005172015032999';

type Name =
  | Exclude<Role, 'operator'>
  | 'operator'
  | 'other-learner'
  | 'foreign-admin'
  | 'foreign-learner'
  | 'foreign-author';

export interface Cast {
  readonly tenants: Readonly<Record<'agencyA' | 'agencyB' | 'providerA' | 'providerB' | 'platform', Tenant>>;
  readonly people: Readonly<Record<Name, Person>>;
  principal(name: Name): PersonPrincipal;
  /** Headers of a browser of the portal in which this person has just signed in. */
  signedIn(name: Name): Promise<Record<string, string>>;
  /** A client and the headers of its Basic credentials. */
  client(
    tenant: Tenant,
    ...scopes: readonly Scope[]
  ): Promise<{ readonly client: ClientWithSecret; readonly headers: Record<string, string> }>;
  readonly identity: ReturnType<typeof identityOf>;
}

function identityOf(deps: { readonly dynamo: Dynamo; readonly table: string; readonly signer: Signer }) {
  return {
    ...system,
    signer: deps.signer,
    people: createPeopleStore(deps),
    organisations: createOrganisationStore(deps),
    clients: createClientStore(deps),
    sessions: createSessionStore(deps),
    bootstrapEmail: 'operator@contoh.example',
  };
}

/** One person per role, with strangers of another agency and provider, made through the use cases. */
export async function makeCast(deps: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly signer: Signer;
}): Promise<Cast> {
  const identity = identityOf(deps);
  const operatorPerson = await signInPerson(identity, claimsOf('operator@contoh.example'));
  const operator = principalOf(operatorPerson);
  const tenants = await makeTenants(identity, operator);
  const { agencyA, agencyB, providerA, providerB, platform } = tenants;

  async function person(name: string, home: Tenant, role: Role): Promise<Person> {
    const email = `${name}@contoh.example`;
    const request = {
      name: `Orang ${name}`,
      email,
      home,
      roles: [role],
      ...(name === 'learner' && { employeeNumber: { kind: 'NIP' as const, value: employeeNumber } }),
    };
    await invitePerson(identity, { principal: operator, request });
    return signInPerson(identity, claimsOf(email));
  }

  const people: Record<Name, Person> = {
    operator: operatorPerson,
    learner: await person('learner', agencyA, 'learner'),
    'other-learner': await person('other-learner', agencyA, 'learner'),
    supervisor: await person('supervisor', agencyA, 'supervisor'),
    'agency-admin': await person('agency-admin', agencyA, 'agency-admin'),
    'talent-officer': await person('talent-officer', agencyA, 'talent-officer'),
    'authorised-official': await person('authorised-official', agencyA, 'authorised-official'),
    'appointing-official': await person('appointing-official', agencyA, 'appointing-official'),
    'provider-author': await person('provider-author', providerA, 'provider-author'),
    reviewer: await person('reviewer', platform, 'reviewer'),
    auditor: await person('auditor', platform, 'auditor'),
    'foreign-admin': await person('foreign-admin', agencyB, 'agency-admin'),
    'foreign-learner': await person('foreign-learner', agencyB, 'learner'),
    'foreign-author': await person('foreign-author', providerB, 'provider-author'),
  };
  return {
    tenants,
    people,
    identity,
    principal: (name) => principalOf(people[name]),
    signedIn: async (name) => {
      const { token } = await openSession(identity, { person: people[name] });
      return { cookie: `__Host-sinau=${token}` };
    },
    client: async (tenant, ...scopes) => {
      const request = { name: `Klien ${scopes.join(' ')}`.slice(0, 100), tenant, scopes: [...scopes] };
      const client = await createClient(identity, { principal: operator, request });
      const pair = Buffer.from(`${client.client.clientId}:${client.secret}`).toString('base64');
      return { client, headers: { authorization: `Basic ${pair}` } };
    },
  };
}

async function makeTenants(identity: ReturnType<typeof identityOf>, principal: PersonPrincipal) {
  const agency = async (name: string): Promise<Tenant> => {
    const { agencyId } = await createAgency(identity, { principal, request: { name, kind: 'central' } });
    return { kind: 'agency', agencyId };
  };
  const provider = async (name: string): Promise<Tenant> => {
    const request = { name, kind: 'content-provider' as const };
    const { providerId } = await createProvider(identity, { principal, request });
    return { kind: 'provider', providerId };
  };
  return {
    agencyA: await agency('Badan Contoh A'),
    agencyB: await agency('Badan Contoh B'),
    providerA: await provider('Penyedia Contoh A'),
    providerB: await provider('Penyedia Contoh B'),
    platform: { kind: 'platform' } as const,
  };
}

const claimsOf = (email: string) => ({
  issuer: 'https://issuer.example',
  subject: `subject of ${email}`,
  email,
  emailVerified: true,
});
