import { emailClaim, type PeopleStore } from '@sinau/identity';
import type { AgencyId, Clock, PersonPrincipal, Role } from '@sinau/kernel';
import type { Seeded } from './seeded.ts';

/** Somebody of an agency, as they would be signed in. */
export type Acting = PersonPrincipal & { readonly agencyId: AgencyId };

/** The first of the seeded agency who has the role, in these roles. */
export function acting(
  { tenants, people }: Pick<Seeded, 'tenants' | 'people'>,
  role: Role,
  roles: readonly Role[] = [role],
): Acting {
  const found = people.find((person) => person.role === role);
  if (!found || tenants.agency.kind !== 'agency') throw new Error(`nobody of the agency is ${role}`);
  const { personId, name } = found;
  return { kind: 'person', personId, name, roles, agencyId: tenants.agency.agencyId };
}

/** Those of these colleagues who are there, as learners; `name`: before the `@` of their address. */
export async function colleaguesNamed(
  people: Pick<PeopleStore, 'findByClaim'>,
  names: readonly string[],
): Promise<ReadonlyMap<string, Acting>> {
  const found = new Map<string, Acting>();
  for (const name of names) {
    const person = await people.findByClaim(emailClaim(`${name}@badan-contoh.example`));
    if (person?.home.kind !== 'agency') continue;
    const { agencyId } = person.home;
    found.set(name, {
      ...{ kind: 'person', personId: person.personId, name: person.name, roles: ['learner'], agencyId },
    });
  }
  return found;
}

const dayMs = 86_400_000;

/** So many days before that clock. */
export const daysAgo = ({ now }: Clock, days: number): Clock => ({
  now: () => new Date(now().getTime() - days * dayMs),
});
