import type { Principal } from '@sinau/kernel';
import { EvaluationNotFound } from './errors.ts';
import type { Owner } from './evaluation.ts';

/** For whom somebody reads results: an agency or a provider, by a person's office or by its own systems. Anybody else finds nothing. */
export function officeOf(principal: Principal): Owner {
  if (principal.kind === 'client') {
    const { tenant } = principal;
    if (tenant.kind === 'agency' || tenant.kind === 'provider') return tenant;
  }
  if (principal.kind === 'person') {
    const { roles, agencyId, providerId } = principal;
    if (agencyId !== undefined && roles.includes('agency-admin')) return { kind: 'agency', agencyId };
    if (providerId !== undefined && roles.includes('provider-author'))
      return { kind: 'provider', providerId };
  }
  throw new EvaluationNotFound();
}
