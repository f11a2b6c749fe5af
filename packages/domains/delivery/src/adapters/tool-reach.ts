import { type Outbound, OutboundFailed, type OutboundReason } from '@sinau/platform/outbound';
import type { ToolFault, ToolReach } from '../lti/index.ts';

/** A learner waits for it. */
const timeoutMs = 2_500;
/** What a door says that has nothing behind it. Anything else is said by the tool itself: it expects parameters, which we do not send. */
const gateways = new Set([502, 503, 504]);

/** By the rules of outgoing requests (case F3); redirects are not followed, and of the answer little is read. */
export function createToolReach({ outbound }: { readonly outbound: Outbound }): ToolReach {
  const ask = async (url: string): Promise<ToolFault | undefined> => {
    try {
      const { status } = await outbound.send({
        method: 'GET',
        url,
        headers: {},
        timeoutMs,
        maxResponseBytes: 1024,
      });
      return gateways.has(status) ? 'server-error' : undefined;
    } catch (error) {
      if (error instanceof OutboundFailed) return faultOf(error.reason);
      throw error;
    }
  };
  return {
    async faultAt(address) {
      const fault = await ask(address);
      // A line that was cut once is no outage.
      return fault === 'unreachable' ? ask(address) : fault;
    },
  };
}

function faultOf(reason: OutboundReason): ToolFault {
  if (reason === 'timeout') return 'timeout';
  return reason === 'tls' ? 'tls' : 'unreachable';
}
