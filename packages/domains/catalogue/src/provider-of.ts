import type { Principal, ProviderId } from '@sinau/kernel';
import { NotAProvider } from './errors.ts';

/** The provider a caller acts for: a person's own, or an API client's tenant. Never named by a request. */
export function providerOf(principal: Principal): ProviderId {
  if (principal.kind === 'person' && principal.providerId) return principal.providerId;
  if (principal.kind === 'client' && principal.tenant.kind === 'provider') {
    return principal.tenant.providerId;
  }
  throw new NotAProvider();
}
