import type { Clock } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import { afterSuccess } from '../health/circuit.ts';
import { dayOf, type Health } from '../health/health.ts';
import type { HealthStore } from '../health/ports.ts';

export interface NoteReceivedDeps {
  readonly health: Pick<HealthStore, 'count' | 'update'>;
  readonly clock: Clock;
}

/** A provider that is never asked has spoken: its connection works. `change`: what is to be noted beside that. */
export async function noteReceived(
  { health, clock }: NoteReceivedDeps,
  connectionId: ConnectionId,
  change: (found: Health) => Partial<Health> = () => ({}),
): Promise<void> {
  const now = clock.now();
  await health.count(connectionId, { day: dayOf(now), ok: 1, failed: 0 });
  await health.update(connectionId, (found) => ({
    ...afterSuccess(found, 'results', now),
    ...change(found),
  }));
}
