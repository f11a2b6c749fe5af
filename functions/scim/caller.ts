import type { ClientId } from '@sinau/identity';
import type { Provisioner } from '@sinau/identity/provisioning';
import type { Principal } from '@sinau/kernel';
import { NotSignedIn } from '@sinau/platform/http';

export const access = ['scope:people/provision'] as const;

export const root = '/scim/v2';

/** The agency comes from the client alone. */
export function callerOf(principal: Principal): Provisioner {
  if (principal.kind !== 'client' || principal.tenant.kind !== 'agency') {
    throw new NotSignedIn('Sign in as an API client of an agency.');
  }
  return { clientId: principal.clientId as ClientId, agencyId: principal.tenant.agencyId };
}
