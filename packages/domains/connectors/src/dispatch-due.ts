import type { Clock } from '@sinau/kernel';
import type { Connection, ConnectionId } from './connection.ts';
import type { JobQueue, ScheduledKind } from './job.ts';
import { scheduledKinds } from './job.ts';
import type { ConnectionStore } from './ports.ts';

/** Looked at in one round. */
const mostDue = 1_000;
const together = 20;
/** When a message or its worker is lost, the work is taken up again after so long. */
const lostAfterMs = 30 * 60_000;

/**
 * Queues the work of connections that is due. Each becomes due again only after it ended or was lost, so a provider that
 * is slow holds one place of each kind and no more (case R10). One connection that cannot be looked at holds up no other.
 */
export async function dispatchDue(deps: {
  readonly connections: Pick<ConnectionStore, 'listDue' | 'update'>;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly onFailure: (error: unknown, connectionId: string) => void;
}): Promise<{ readonly due: number; readonly queued: number; readonly failed: number }> {
  const due = await deps.connections.listDue(deps.clock.now().toISOString(), mostDue);
  const count = { due: due.length, queued: 0, failed: 0 };
  for (let start = 0; start < due.length; start += together) {
    const group = due.slice(start, start + together);
    const results = await Promise.allSettled(group.map(({ connectionId }) => queueDue(deps, connectionId)));
    for (const [n, result] of results.entries()) {
      if (result.status === 'fulfilled') count.queued += result.value;
      else {
        count.failed += 1;
        deps.onFailure(result.reason, group[n]?.connectionId ?? '');
      }
    }
  }
  return count;
}

async function queueDue(
  { connections, queue, clock }: Parameters<typeof dispatchDue>[0],
  connectionId: ConnectionId,
): Promise<number> {
  const now = clock.now();
  let kinds: readonly ScheduledKind[] = [];
  await connections.update(connectionId, (connection) => {
    kinds = dueKinds(connection, now.toISOString());
    return kinds.length === 0 ? undefined : { ...connection, runs: taken(connection, kinds, now) };
  });
  for (const kind of kinds) await queue.send({ kind, connectionId });
  return kinds.length;
}

function dueKinds({ state, runs }: Connection, now: string): readonly ScheduledKind[] {
  if (state === 'paused') return [];
  return scheduledKinds.filter((kind) => {
    const nextAt = runs[kind]?.nextAt;
    return nextAt !== undefined && nextAt <= now;
  });
}

function taken({ runs }: Connection, kinds: readonly ScheduledKind[], now: Date): Connection['runs'] {
  const nextAt = new Date(now.getTime() + lostAfterMs).toISOString();
  return { ...runs, ...Object.fromEntries(kinds.map((kind) => [kind, { ...runs[kind], nextAt }])) };
}
