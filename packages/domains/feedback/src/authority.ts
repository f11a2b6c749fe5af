import type { AgencyId, ClientPrincipal, PersonPrincipal } from '@sinau/kernel';
import { FeedbackNotFound } from './errors.ts';
import type { ServicePlace, ServiceStore } from './ports.ts';
import type { Service, ServiceId } from './service.ts';

/** An agency's administrator, or a machine of the agency; the door has looked at its scopes. */
export type Caller = PersonPrincipal | ClientPrincipal;

/** The agency that the principal looks after; anybody else's is answered like one that is absent. */
export function agencyOf(principal: Caller): AgencyId {
  if (principal.kind === 'client') {
    if (principal.tenant.kind === 'agency') return principal.tenant.agencyId;
    throw new FeedbackNotFound();
  }
  if (!principal.agencyId || !principal.roles.includes('agency-admin')) throw new FeedbackNotFound();
  return principal.agencyId;
}

export async function ownService(
  { services }: { readonly services: Pick<ServiceStore, 'find'> },
  { principal, serviceId }: { readonly principal: Caller; readonly serviceId: ServiceId },
): Promise<Service> {
  return serviceAt({ services }, { agencyId: agencyOf(principal), serviceId });
}

export async function serviceAt(
  { services }: { readonly services: Pick<ServiceStore, 'find'> },
  place: ServicePlace,
): Promise<Service> {
  const found = await services.find(place);
  if (!found) throw new FeedbackNotFound();
  return found;
}
