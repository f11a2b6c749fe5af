import type { ConnectionId } from '@sinau/connectors';
import type { ConnectorParts } from './compose.ts';

/** By then what was taken is placed where it counts. */
const placedSeconds = 15;

/** Everything of a table or a package is in the inbox: ours and theirs are compared. */
export async function compareAfter(
  { queue, clock }: Pick<ConnectorParts, 'queue' | 'clock'>,
  { connectionId }: { readonly connectionId: ConnectionId },
): Promise<void> {
  const freshAt = clock.now().toISOString();
  await queue.send({ kind: 'reconcile', connectionId, freshAt }, { delaySeconds: placedSeconds });
}
