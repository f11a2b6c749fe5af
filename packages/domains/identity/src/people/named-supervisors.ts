import { type AgencyId, type PersonId, type PersonPrincipal, type Role, roles } from '@sinau/kernel';
import { IdentityNotFound, NotAllowed } from '../errors.ts';
import { alterPerson, assertAdministers } from './alter-person.ts';
import { mayAdminister, mayAdministerPerson } from './authority.ts';
import { type PersonSummary, summaryOf } from './list-people.ts';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

/** Somebody whom others name as their supervisor, and who cannot act as one. */
interface NamedSupervisor extends PersonSummary {
  /** Who names them, of those whose accounts are not closed. */
  readonly team: number;
  /** False for oneself, and for staff of the platform: somebody else gives it to them. */
  readonly mayGive: boolean;
}

/** As the directory of people goes through a tenant. */
const mostPeople = 40_000;
const portion = 500;
/** Shown, and given the role, at once. */
const mostNamed = 100;

const role: Role = 'supervisor';

/**
 * People of the agency whom others of it name as their supervisor and who do not hold the role, the largest team first. `count`:
 * all of them; `people`: the first hundred. `isComplete` false: not everybody of the agency was looked at.
 */
export async function namedSupervisors(
  deps: { readonly people: Pick<PeopleStore, 'listByHome' | 'findMany'> },
  { principal, agencyId }: { readonly principal: PersonPrincipal; readonly agencyId: AgencyId },
): Promise<{
  readonly people: readonly NamedSupervisor[];
  readonly count: number;
  readonly isComplete: boolean;
}> {
  if (!mayAdminister(principal, { kind: 'agency', agencyId })) throw new IdentityNotFound('agency');
  const { teams, without, isComplete } = await readAgency(deps, agencyId);
  const named = [...teams]
    .flatMap(([personId, team]) => (without.has(personId) ? [{ personId, team }] : []))
    .toSorted((a, b) => b.team - a.team || (a.personId < b.personId ? -1 : 1));
  const first = named.slice(0, mostNamed);
  // The list lags; who was given the role a moment ago is not named again.
  const now = await deps.people.findMany(first.map(({ personId }) => personId));
  const found = new Map(now.map((person) => [person.personId, person]));
  const people = first.flatMap(({ personId, team }) => {
    const person = found.get(personId);
    if (!person || !lacksRole(person)) return [];
    const mayGive = personId !== principal.personId && mayAdministerPerson(principal, person);
    return [{ ...summaryOf(person), team, mayGive }];
  });
  return { people, count: named.length - (first.length - people.length), isComplete };
}

async function readAgency(
  { people }: { readonly people: Pick<PeopleStore, 'listByHome'> },
  agencyId: AgencyId,
) {
  const teams = new Map<PersonId, number>();
  const without = new Set<PersonId>();
  let [seen, next]: [number, string | undefined] = [0, undefined];
  do {
    const page = await people.listByHome(
      { kind: 'agency', agencyId },
      { limit: portion, ...(next !== undefined && { after: next }) },
    );
    for (const person of page.people) {
      const { supervisorId } = person;
      if (lacksRole(person)) without.add(person.personId);
      if (supervisorId && person.status !== 'disabled')
        teams.set(supervisorId, (teams.get(supervisorId) ?? 0) + 1);
    }
    seen += page.people.length;
    next = page.next;
  } while (next !== undefined && seen < mostPeople);
  return { teams, without, isComplete: next === undefined };
}

/** Somebody whose account is closed supervises nobody in any case. */
const lacksRole = ({ status, roles: held }: Person) => status !== 'disabled' && !held.includes(role);

/**
 * Gives people of one's agency the role, each in a write of its own; whoever holds it keeps it. Takes effect with their next
 * request. Rejects with `IdentityNotFound` for somebody of elsewhere, before anything is written.
 */
export async function giveSupervisorRole(
  deps: { readonly people: PeopleStore },
  {
    principal,
    agencyId,
    personIds,
  }: {
    readonly principal: PersonPrincipal;
    readonly agencyId: AgencyId;
    readonly personIds: readonly PersonId[];
  },
): Promise<void> {
  const ids = [...new Set(personIds)];
  if (ids.includes(principal.personId)) throw new NotAllowed('Nobody changes their own roles.');
  const found = await deps.people.findMany(ids);
  if (found.length < ids.length) throw new IdentityNotFound('person');
  for (const person of found) assertGivable(principal, agencyId, person);
  for (const personId of ids) {
    await alterPerson(deps, { principal, personId }, (person) => {
      assertGivable(principal, agencyId, person);
      if (!lacksRole(person)) return person;
      return { ...person, roles: roles.filter((one) => one === role || person.roles.includes(one)) };
    });
  }
}

function assertGivable(principal: PersonPrincipal, agencyId: AgencyId, person: Person): void {
  const isOurs = person.home.kind === 'agency' && person.home.agencyId === agencyId;
  if (!isOurs) throw new IdentityNotFound('person');
  assertAdministers(principal, person);
}
