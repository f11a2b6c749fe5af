import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { FeedbackNotFound } from './errors.ts';
import type { ServicePlace, ServiceStore } from './ports.ts';
import type { Service, ServiceId } from './service.ts';

/** The agency that the principal looks after; anybody else's is answered like one that is absent. */
export function agencyOf(principal: PersonPrincipal): AgencyId {
  if (!principal.agencyId || !principal.roles.includes('agency-admin')) throw new FeedbackNotFound();
  return principal.agencyId;
}

export async function ownService(
  { services }: { readonly services: Pick<ServiceStore, 'find'> },
  { principal, serviceId }: { readonly principal: PersonPrincipal; readonly serviceId: ServiceId },
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
