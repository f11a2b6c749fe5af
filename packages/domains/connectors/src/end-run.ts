import type { Clock } from '@sinau/kernel';
import type { ConnectionId, Run } from './connection.ts';
import type { ScheduledKind } from './job.ts';
import { nextRunAt } from './plan-runs.ts';
import type { AdapterFailureReason, ConnectionStore } from './ports.ts';

/** Notes how scheduled work ended and when it comes again. `againAt`: sooner than its schedule, after a passing failure. */
export async function endRun(
  { connections, clock }: { readonly connections: Pick<ConnectionStore, 'update'>; readonly clock: Clock },
  ended: {
    readonly connectionId: ConnectionId;
    readonly kind: ScheduledKind;
    readonly failedBecause?: AdapterFailureReason;
    readonly againAt?: string;
  },
): Promise<void> {
  const { kind, failedBecause, againAt } = ended;
  const now = clock.now();
  await connections.update(ended.connectionId, (connection) => {
    const scheduled = nextRunAt(connection, kind, now);
    const nextAt = [scheduled, againAt].filter((at) => at !== undefined).toSorted()[0];
    const run: Run = {
      ...(nextAt !== undefined && { nextAt }),
      lastAt: now.toISOString(),
      lastOutcome: failedBecause === undefined ? 'done' : 'failed',
      ...(failedBecause !== undefined && { lastReason: failedBecause }),
    };
    return { ...connection, runs: { ...connection.runs, [kind]: run } };
  });
}
