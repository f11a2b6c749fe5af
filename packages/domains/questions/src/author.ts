import type { Principal, ProviderId } from '@sinau/kernel';
import { NotAnAuthor } from './errors.ts';

/**
 * The provider whose bank a caller works on: that of an author, or of an API client. Never named by a request. Other people
 * of a provider, and everybody who learns, are no authors.
 */
export function authoredProvider(principal: Principal): ProviderId {
  if (principal.kind === 'person' && principal.providerId && principal.roles.includes('provider-author')) {
    return principal.providerId;
  }
  if (principal.kind === 'client' && principal.tenant.kind === 'provider') return principal.tenant.providerId;
  throw new NotAnAuthor();
}
