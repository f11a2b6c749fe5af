import { type Outbound, OutboundFailed } from '@sinau/platform/outbound';
import type { AddressCheck } from '../lti/index.ts';

/** The rules of outgoing requests, for addresses that browsers will go to as well: nobody is sent into a network that is not public. */
export function createAddressCheck({
  outbound,
}: {
  readonly outbound: Pick<Outbound, 'check'>;
}): AddressCheck {
  return {
    async refusal(address) {
      try {
        await outbound.check(address);
        return undefined;
      } catch (error) {
        if (!(error instanceof OutboundFailed)) throw error;
        if (error.reason === 'address-invalid') return 'invalid';
        return error.reason === 'name-unknown' ? 'unknown' : 'forbidden';
      }
    },
  };
}
