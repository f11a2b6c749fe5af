import type { Tenant } from '@sinau/kernel';
import { IdentityNotFound } from '../errors.ts';
import { type Administrator, mayAdminister } from '../people/authority.ts';
import type { OrganisationStore } from './ports.ts';

/** The tenant exists and the principal administers it; otherwise the same answer as for an absent one (case C2). */
export async function assertAdministersTenant(
  deps: { readonly organisations: OrganisationStore },
  principal: Administrator,
  tenant: Tenant,
): Promise<void> {
  if (mayAdminister(principal, tenant) && (await exists(deps, tenant))) return;
  throw new IdentityNotFound(tenant.kind === 'provider' ? 'provider' : 'agency');
}

async function exists(
  { organisations }: { readonly organisations: OrganisationStore },
  tenant: Tenant,
): Promise<boolean> {
  if (tenant.kind === 'platform') return true;
  const found =
    tenant.kind === 'agency'
      ? await organisations.findAgency(tenant.agencyId)
      : await organisations.findProvider(tenant.providerId);
  return found !== undefined;
}
