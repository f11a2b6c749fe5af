import type { AgencyId, Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { NotAllowed } from '../errors.ts';
import type { Agency, CreateAgencyRequest } from './organisation.ts';
import type { OrganisationStore } from './ports.ts';

/** Opens an agency. Operators only. */
export async function createAgency(
  deps: { readonly organisations: OrganisationStore; readonly clock: Clock; readonly ids: Ids },
  input: { readonly principal: PersonPrincipal; readonly request: CreateAgencyRequest },
): Promise<Agency> {
  if (!input.principal.roles.includes('operator')) throw new NotAllowed();
  const agency: Agency = {
    agencyId: deps.ids.uuid() as AgencyId,
    name: input.request.name,
    kind: input.request.kind,
    createdAt: deps.clock.now().toISOString(),
  };
  await deps.organisations.addAgency(agency);
  return agency;
}
