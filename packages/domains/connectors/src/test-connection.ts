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

/** Somebody waits for the answer, and the doors that they came by close after 15 s; asking again and again takes far longer. */
const patienceMs = 10_000;

/** Asks the provider now, whether its circuit is open or not. Never rejects for what the provider does. */
export async function testConnection(
  deps: {
    readonly connections: Pick<ConnectionStore, 'find'>;
    readonly adapters: AdapterPort;
    readonly clock: Clock;
    /** Holds nothing open meanwhile. */
    readonly wait: (ms: number) => Promise<unknown>;
  },
  input: ConnectionInput,
): Promise<ConnectionTest> {
  const connection = await ownConnection(deps, input);
  const began = deps.clock.now().getTime();
  const answer = async () => {
    try {
      const adapter = await deps.adapters.adapterOf(connection);
      return { capabilities: await Promise.race([adapter.test(), late(deps)]) };
    } catch (error) {
      if (!(error instanceof AdapterFailure)) throw error;
      return { capabilities: [], reason: error.reason };
    }
  };
  return { ...(await answer()), milliseconds: deps.clock.now().getTime() - began };
}

/** What comes later is of no use to anybody. */
async function late({ wait }: { readonly wait: (ms: number) => Promise<unknown> }): Promise<never> {
  await wait(patienceMs);
  throw new AdapterFailure('timeout', { passing: true });
}
