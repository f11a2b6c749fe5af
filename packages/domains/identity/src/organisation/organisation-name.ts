import type { Tenant } from '@sinau/kernel';
import type { OrganisationStore } from './ports.ts';

/** The public name of an agency or provider, as course pages and headers show it; undefined for the platform. */
export async function organisationName(
  deps: { readonly organisations: OrganisationStore },
  tenant: Tenant,
): Promise<string | undefined> {
  if (tenant.kind === 'agency') return (await deps.organisations.findAgency(tenant.agencyId))?.name;
  if (tenant.kind === 'provider') return (await deps.organisations.findProvider(tenant.providerId))?.name;
  return undefined;
}
