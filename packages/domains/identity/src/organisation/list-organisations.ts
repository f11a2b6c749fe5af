import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { IdentityNotFound, NotAllowed } from '../errors.ts';
import { mayAdminister } from '../people/authority.ts';
import type { Agency, Provider, Unit } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';

interface Deps {
  readonly organisations: OrganisationStore;
}

interface Input {
  readonly principal: PersonPrincipal;
}

/** Every agency, by name. Operators only. */
export async function listAgencies(deps: Deps, { principal }: Input): Promise<readonly Agency[]> {
  if (!principal.roles.includes('operator')) throw new NotAllowed();
  return byName(await deps.organisations.listAgencies());
}

/** Every provider and university, by name. Operators only. */
export async function listProviders(deps: Deps, { principal }: Input): Promise<readonly Provider[]> {
  if (!principal.roles.includes('operator')) throw new NotAllowed();
  return byName(await deps.organisations.listProviders());
}

/** Units of an agency, by name, for those who administer it. */
export async function listUnits(
  deps: Deps,
  { principal, agencyId }: Input & { readonly agencyId: AgencyId },
): Promise<readonly Unit[]> {
  if (!mayAdminister(principal, { kind: 'agency', agencyId })) throw new IdentityNotFound('agency');
  return byName(await deps.organisations.listUnits(agencyId));
}

function byName<Named extends { readonly name: string }>(list: readonly Named[]): readonly Named[] {
  return [...list].sort((a, b) => a.name.localeCompare(b.name, 'id'));
}
