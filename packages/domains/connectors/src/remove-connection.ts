import type { Clock } from '@sinau/kernel';
import { changeOwn } from './change-connection.ts';
import { closedSince } from './closed-since.ts';
import type { Connection } from './connection.ts';
import { ConnectionInUse } from './errors.ts';
import { actorOf, type ConnectionInput, ownConnection } from './own-connection.ts';
import { planRuns } from './plan-runs.ts';
import type { ConnectionStore, OpenEnrolments } from './ports.ts';

interface RemoveDeps {
  readonly connections: ConnectionStore;
  readonly openEnrolments: OpenEnrolments;
  readonly clock: Clock;
}

/**
 * Removes a connection with its secrets and everything noted of its health. While learners take its courses, it is
 * refused (`ConnectionInUse`), or with `windUp` waits for the last of them and takes nobody new.
 */
export async function removeConnection(
  deps: RemoveDeps,
  input: ConnectionInput & { readonly windUp: boolean },
): Promise<'removed' | 'removing'> {
  const connection = await ownConnection(deps, input);
  const learners = await deps.openEnrolments.count(connection.connectionId);
  if (learners > 0 && !input.windUp) throw new ConnectionInUse(learners);
  // First it takes nobody new: who enrols between counting and removing would be lost.
  const removing = await changeOwn(deps, { connection, rev: connection.rev }, (found) => {
    const now = deps.clock.now();
    const after: Connection = {
      ...found,
      state: 'removing',
      removingSince: closedSince(found) ?? now.toISOString(),
      changedBy: actorOf(input.principal),
      updatedAt: now.toISOString(),
    };
    return { ...after, runs: planRuns(after, now) };
  });
  return (await removeWhenEmpty(deps, removing)) ? 'removed' : 'removing';
}

/** Removes one that waits for its last learner, when there is none left. */
export async function removeWhenEmpty(
  { connections, openEnrolments }: Pick<RemoveDeps, 'connections' | 'openEnrolments'>,
  connection: Connection,
): Promise<boolean> {
  if (connection.state !== 'removing') return false;
  if ((await openEnrolments.count(connection.connectionId)) > 0) return false;
  await connections.delete(connection);
  return true;
}
