import { IdentityNotFound } from '@sinau/identity';
import type { PersonPrincipal, Tenant } from '@sinau/kernel';

/** The agency of the person who asks; it comes from the session alone. */
export function ownTenant({ agencyId }: PersonPrincipal): Tenant & { readonly kind: 'agency' } {
  if (!agencyId) throw new IdentityNotFound('agency');
  return { kind: 'agency', agencyId };
}
