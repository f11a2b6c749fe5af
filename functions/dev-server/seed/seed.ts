import {
  type ClientStore,
  namesOf,
  type OrganisationStore,
  type PeopleStore,
  type PersonSummary,
  principalOf,
  signInPerson,
} from '@sinau/identity';
import type { Clock, Digest, Ids, PersonPrincipal, Signer } from '@sinau/kernel';
import { agency, cast, firstOperator, type Home, provider, university } from './cast.ts';
import { seedClients } from './seed-clients.ts';
import { seedOrganisations, seedUnits } from './seed-organisations.ts';
import { seedPeople } from './seed-people.ts';
import { type Seeded, type SeededPerson, seededSchema } from './seeded.ts';

/** Where the seed is remembered on this machine. */
export interface SeedMemory {
  /** What was last written; undefined at the first start. */
  read(): Promise<unknown>;
  write(seeded: Seeded): Promise<void>;
}

export interface SeedDeps {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly clients: ClientStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  readonly signer: Signer;
  readonly memory: SeedMemory;
  /** Issuer of the local provider, whose subjects are e-mail addresses. */
  readonly issuer: string;
}

/** The address to start this deployment with (`BOOTSTRAP_EMAIL`). */
export const bootstrapEmail = firstOperator.email;

/**
 * An agency with its people, a content provider, a partner university and API clients, through the same use cases as
 * any deployment: the first operator signs in and makes the rest. Done once; a start after that only recalls it, so
 * that nothing done since is undone. One that was cut short is finished by the next.
 */
export async function seed(deps: SeedDeps): Promise<Seeded> {
  const recalled = await recall(deps);
  if (recalled) return recalled;
  const seeded = await seedAnew(deps);
  await deps.memory.write(seeded);
  return seeded;
}

/** What was seeded, under today's names; undefined when there is nothing of it in the stores. */
async function recall(deps: SeedDeps): Promise<Seeded | undefined> {
  const read = seededSchema.safeParse(await deps.memory.read());
  if (!read.success) return undefined;
  const { people } = read.data;
  const ids = people.map(({ personId }) => personId);
  const names = await namesOf(deps, ids);
  if (ids.some((id) => !names.has(id))) return undefined;
  return {
    ...read.data,
    people: people.map((person) => ({ ...person, name: names.get(person.personId) ?? person.name })),
  };
}

async function seedAnew(deps: SeedDeps): Promise<Seeded> {
  const operatorPerson = await signInPerson(
    { ...deps, bootstrapEmail },
    {
      issuer: deps.issuer,
      subject: firstOperator.email,
      email: firstOperator.email,
      emailVerified: true,
      name: firstOperator.name,
    },
  );
  const operator = principalOf(operatorPerson);
  const tenants = await seedOrganisations(deps, operator);
  const units = await seedUnits(deps, operator, tenants.agency);
  const members = await seedPeople(deps, operator, { tenants, units });
  const { personId, name, roles } = operator;
  return {
    people: [seededOperator(operator), ...cast.map((member) => seededMember(member, members))],
    clients: await seedClients(deps, operator, tenants),
    tenants,
    principals: {
      operator: { kind: 'person', personId, name, roles: [...roles] },
      providerAuthor: authorPrincipal(memberOf(members, 'provider-author')),
      universityAuthor: authorPrincipal(memberOf(members, 'university-author')),
    },
  };
}

const organisationNames: Readonly<Record<Home, string>> = {
  agency: agency.name,
  provider: provider.name,
  university: university.name,
  platform: 'Sinau',
};

function seededOperator({ personId, name }: PersonPrincipal): SeededPerson {
  const { email, label } = firstOperator;
  return { personId, name, email, label, role: 'operator', organisation: organisationNames.platform };
}

function seededMember(
  member: (typeof cast)[number],
  members: ReadonlyMap<string, PersonSummary>,
): SeededPerson {
  const { personId, name, email } = memberOf(members, member.key);
  const [role] = member.roles;
  return { personId, name, email, role, label: member.label, organisation: organisationNames[member.home] };
}

function memberOf(members: ReadonlyMap<string, PersonSummary>, key: string): PersonSummary {
  const member = members.get(key);
  if (!member) throw new Error(`nobody is called ${key} in the cast`);
  return member;
}

/** What the author will be once they sign in. */
function authorPrincipal({ personId, name, roles, home }: PersonSummary): Seeded['principals']['operator'] {
  return {
    kind: 'person',
    personId,
    name,
    roles: [...roles],
    ...(home.kind === 'provider' && { providerId: home.providerId }),
  };
}
