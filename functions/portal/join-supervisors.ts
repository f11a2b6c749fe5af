import { giveSupervisorRole, namedSupervisors } from '@sinau/identity';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import type { NamedSupervisorsView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { agencyIdFor } from './join-units.ts';

type Deps = Pick<PortalDeps, 'people'>;

/** Who is named as a supervisor in the reader's agency without being one. */
export async function namedSupervisorsOf(
  deps: Deps,
  principal: PersonPrincipal,
): Promise<NamedSupervisorsView> {
  const input = { principal, agencyId: agencyIdFor(principal, undefined) };
  const { people, count, isComplete } = await namedSupervisors(deps, input);
  return {
    ...{ count, isComplete },
    people: people.map(({ personId, name, email, status, team, mayGive, maskedEmployeeNumber }) => ({
      ...{ personId, name, email, status, team, mayGive },
      ...(maskedEmployeeNumber !== undefined && { maskedEmployeeNumber }),
    })),
  };
}

export async function giveRoleTo(
  deps: Deps,
  principal: PersonPrincipal,
  ids: readonly string[],
): Promise<void> {
  const personIds = ids.map((id) => id as PersonId);
  await giveSupervisorRole(deps, { principal, agencyId: agencyIdFor(principal, undefined), personIds });
}
