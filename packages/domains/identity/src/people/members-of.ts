import { type AgencyId, maskEmployeeNumber, type PersonId } from '@sinau/kernel';
import { personIdSchema, type UnitId } from '../ids.ts';
import { employeeNumberClaim } from './claims.ts';
import { currentEmployeeNumber, type Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

/** Somebody of an agency as its reports show them. */
export interface Member {
  readonly name: string;
  /** With its first fourteen digits hidden. */
  readonly maskedEmployeeNumber?: string;
  readonly unitId?: UnitId;
}

/**
 * Those of the people who belong to the agency now, by home or as lent to it; all others are left out as if they did not
 * exist. For other contexts, which answer the agency's own clients with it: it authorises nobody.
 */
export async function membersOf(
  deps: { readonly people: PeopleStore },
  input: { readonly agencyId: AgencyId; readonly personIds: readonly string[] },
): Promise<ReadonlyMap<PersonId, Member>> {
  const ids = input.personIds.flatMap((id) => {
    const read = personIdSchema.safeParse(id);
    return read.success ? [read.data] : [];
  });
  const people = ids.length > 0 ? await deps.people.findMany([...new Set(ids)]) : [];
  return new Map(
    people
      .filter((person) => belongsTo(person, input.agencyId))
      .map((person) => [person.personId, memberOf(person)]),
  );
}

/** The person of the agency who has or had this number, however it is spaced; undefined for a stranger's as for nobody's. */
export async function memberByEmployeeNumber(
  deps: { readonly people: PeopleStore },
  input: { readonly agencyId: AgencyId; readonly number: string },
): Promise<PersonId | undefined> {
  const value = input.number.replace(/[\s.'’-]/g, '');
  if (!/^\d{18}$/.test(value)) return undefined;
  const person = await deps.people.findByClaim(employeeNumberClaim(value));
  return person && belongsTo(person, input.agencyId) ? person.personId : undefined;
}

function belongsTo({ home, workingAgencyId }: Person, agencyId: AgencyId): boolean {
  return (home.kind === 'agency' && home.agencyId === agencyId) || workingAgencyId === agencyId;
}

function memberOf(person: Person): Member {
  const number = currentEmployeeNumber(person);
  return {
    name: person.name,
    ...(number && { maskedEmployeeNumber: maskEmployeeNumber(number.value) }),
    ...(person.unitId && { unitId: person.unitId }),
  };
}
