import type { Clock } from '@sinau/kernel';
import { type ConnectionInput, ownConnection } from './own-connection.ts';
import type { ConnectionStore } from './ports.ts';
import { AdapterFailure, type AdapterFailureReason, type AdapterPort, type Capability } from './ports.ts';

export interface ConnectionTest {
  /** What the provider lets us do; empty when it could not be asked, or is of a kind that nothing is asked of. */
  readonly capabilities: readonly Capability[];
  /** Why it could not be asked at all. */
  readonly reason?: AdapterFailureReason;
  readonly milliseconds: number;
}

/** Asks the provider now, whether its circuit is open or not. Never rejects for what the provider does. */
export async function testConnection(
  deps: {
    readonly connections: Pick<ConnectionStore, 'find'>;
    readonly adapters: AdapterPort;
    readonly clock: Clock;
  },
  input: ConnectionInput,
): Promise<ConnectionTest> {
  const connection = await ownConnection(deps, input);
  const began = deps.clock.now().getTime();
  const answer = async () => {
    try {
      const adapter = await deps.adapters.adapterOf(connection);
      return { capabilities: await adapter.test() };
    } catch (error) {
      if (!(error instanceof AdapterFailure)) throw error;
      return { capabilities: [], reason: error.reason };
    }
  };
  return { ...(await answer()), milliseconds: deps.clock.now().getTime() - began };
}
