import { type Outbound, OutboundFailed } from '@sinau/platform/outbound';
import type { AddressPort } from '../ports.ts';

/** Asks the way out whether it would go there. A name that has no address now is refused too. */
export function createAddressCheck({ outbound }: { readonly outbound: Outbound }): AddressPort {
  return {
    async mayUse(url) {
      try {
        await outbound.check(url);
        return true;
      } catch (error) {
        if (error instanceof OutboundFailed) return false;
        throw error;
      }
    },
  };
}
