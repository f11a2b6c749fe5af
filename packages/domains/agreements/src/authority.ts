import type { AgencyId, PersonId, Principal, ProviderId } from '@sinau/kernel';
import { AgreementNotFound, NotAllowed } from './errors.ts';

/** Operators and machines of the platform make agreements. */
export function isPlatform(principal: Principal): boolean {
  if (principal.kind === 'person') return principal.roles.includes('operator');
  return principal.kind === 'client' && principal.tenant.kind === 'platform';
}

export function assertPlatform(principal: Principal): void {
  if (!isPlatform(principal)) throw new NotAllowed();
}

/** The platform sees every agreement, a provider its own; others get the answer for an absent one. */
export function assertSees(principal: Principal, providerId: ProviderId): void {
  if (!isPlatform(principal) && providerOf(principal) !== providerId) throw new AgreementNotFound();
}

function providerOf(principal: Principal): ProviderId | undefined {
  if (principal.kind === 'person') {
    return principal.roles.includes('provider-author') ? principal.providerId : undefined;
  }
  if (principal.kind !== 'client' || principal.tenant.kind !== 'provider') return undefined;
  return principal.tenant.providerId;
}

/** The agency that somebody decides for: it comes from the session or the token alone (case C3). */
export function agencyOf(principal: Principal): AgencyId {
  const agencyId = administered(principal);
  if (agencyId === undefined) throw new NotAllowed();
  return agencyId;
}

function administered(principal: Principal): AgencyId | undefined {
  if (principal.kind === 'person') {
    return principal.roles.includes('agency-admin') ? principal.agencyId : undefined;
  }
  if (principal.kind !== 'client' || principal.tenant.kind !== 'agency') return undefined;
  return principal.tenant.agencyId;
}

/** Who did it; a machine has no person. */
export function actor(principal: Principal): { readonly by?: PersonId } {
  return principal.kind === 'person' ? { by: principal.personId } : {};
}
