import type { AgencyId, Brand, Principal, ProviderId, Tenant } from '@sinau/kernel';
import { SubscriptionNotFound } from './errors.ts';

/** Whose subscription it is. An agency is named by its id alone; no id of an agency begins like the name of a provider. */
export type OwnerId = Brand<'PushOwner'>;

/** Agencies are sent their records, providers what happens to their courses. */
export type OwnerKind = 'agency' | 'provider';

const ofProvider = 'provider:';

export const agencyOwner = (agencyId: AgencyId): OwnerId => agencyId as string as OwnerId;
export const providerOwner = (providerId: ProviderId): OwnerId => `${ofProvider}${providerId}` as OwnerId;

export function tenantOf(ownerId: OwnerId): Exclude<Tenant, { readonly kind: 'platform' }> {
  return ownerId.startsWith(ofProvider)
    ? { kind: 'provider', providerId: ownerId.slice(ofProvider.length) as ProviderId }
    : { kind: 'agency', agencyId: ownerId as string as AgencyId };
}

/**
 * The agency that this person administers, or the provider that a person or a machine acts for. It comes from the session
 * or the token alone (case C3).
 */
export function ownerFor(principal: Principal, kind: OwnerKind): OwnerId {
  const tenant = actsFor(principal, kind);
  if (tenant?.kind === 'agency') return agencyOwner(tenant.agencyId);
  if (tenant?.kind === 'provider') return providerOwner(tenant.providerId);
  throw new SubscriptionNotFound();
}

function actsFor(principal: Principal, kind: OwnerKind): Tenant | undefined {
  if (principal.kind === 'client') {
    return kind === 'provider' && principal.tenant.kind === kind ? principal.tenant : undefined;
  }
  if (principal.kind !== 'person') return undefined;
  const { roles, agencyId, providerId } = principal;
  if (kind === 'agency') return agencyId && roles.includes('agency-admin') ? { kind, agencyId } : undefined;
  return providerId && roles.includes('provider-author') ? { kind, providerId } : undefined;
}

/** Who changed a subscription last: a person, or the client that a machine came as. */
export function actorOf(principal: Principal): string {
  if (principal.kind === 'person') return principal.personId;
  if (principal.kind === 'client') return principal.clientId;
  throw new SubscriptionNotFound();
}
