import {
  invitePerson,
  listPeople,
  type OrganisationStore,
  type PeopleStore,
  type PersonSummary,
  type UnitId,
} from '@sinau/identity';
import type { Clock, Ids, PersonPrincipal, Signer, Tenant } from '@sinau/kernel';
import { type CastMember, cast, type Home } from './cast.ts';

interface Deps {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly signer: Signer;
}

/** Everybody of the cast by key, invited where they are missing; signing in makes them active. */
export async function seedPeople(
  deps: Deps,
  principal: PersonPrincipal,
  places: { readonly tenants: Readonly<Record<Home, Tenant>>; readonly units: ReadonlyMap<string, UnitId> },
): Promise<ReadonlyMap<string, PersonSummary>> {
  const known = new Map<string, PersonSummary>();
  for (const tenant of Object.values(places.tenants)) {
    for (const person of await everybody(deps, principal, tenant)) known.set(person.email, person);
  }
  const seeded = new Map<string, PersonSummary>();
  for (const member of cast) {
    const existing = known.get(member.email);
    const supervisorId = member.supervisor && seeded.get(member.supervisor)?.personId;
    const request = {
      ...requestOf(member, places.tenants),
      ...unitOf(member, places.units),
      ...(supervisorId && { supervisorId }),
    };
    const clock = { now: () => daysBefore(deps.clock.now(), member.invitedDaysAgo ?? 0) };
    seeded.set(member.key, existing ?? (await invitePerson({ ...deps, clock }, { principal, request })));
  }
  return seeded;
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 24 * 3600_000);
}

function requestOf(member: CastMember, tenants: Readonly<Record<Home, Tenant>>) {
  const { name, email, roles, employeeNumber } = member;
  return {
    name,
    email,
    roles: [...roles],
    home: tenants[member.home],
    ...(employeeNumber && { employeeNumber }),
  };
}

function unitOf(member: CastMember, units: ReadonlyMap<string, UnitId>): { unitId?: UnitId } {
  const unitId = member.unit === undefined ? undefined : units.get(member.unit);
  return unitId ? { unitId } : {};
}

async function everybody(deps: Deps, principal: PersonPrincipal, tenant: Tenant) {
  const people: PersonSummary[] = [];
  let pageToken: string | undefined;
  do {
    const page = await listPeople(deps, { principal, tenant, ...(pageToken && { pageToken }) });
    people.push(...page.people);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return people;
}
