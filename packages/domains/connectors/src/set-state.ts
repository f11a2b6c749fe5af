import type { Clock } from '@sinau/kernel';
import { changeOwn } from './change-connection.ts';
import type { JobQueue } from './job.ts';
import { actorOf, type ConnectionInput, ownConnection } from './own-connection.ts';
import { planRuns } from './plan-runs.ts';
import type { ConnectionStore } from './ports.ts';

interface StateDeps {
  readonly connections: ConnectionStore;
  readonly clock: Clock;
}

/** Nothing is fetched or sent by itself until it is resumed; work under way still ends. */
export async function pauseConnection(deps: StateDeps, input: ConnectionInput): Promise<void> {
  await setState(deps, input, 'paused');
}

/**
 * Goes on by its schedule from now; also takes a removal back that waits for its last learner. Learners whose enrolment waits for it are
 * asked for at once: a message that is lost with this process costs them their next try, within the hour.
 */
export async function resumeConnection(
  deps: StateDeps & { readonly queue: JobQueue },
  input: ConnectionInput,
): Promise<void> {
  const { connectionId } = await setState(deps, input, 'active');
  // Also where it was active before: whoever presses again, since nothing happened, is right to.
  await deps.queue.send({ kind: 'wake-enrolments', connectionId });
}

async function setState(deps: StateDeps, input: ConnectionInput, state: 'active' | 'paused') {
  const connection = await ownConnection(deps, input);
  if (connection.state === state) return connection;
  await changeOwn(deps, { connection, rev: connection.rev }, (found) => {
    const now = deps.clock.now();
    const { removingSince: _, ...kept } = found;
    const after = { ...kept, state, changedBy: actorOf(input.principal), updatedAt: now.toISOString() };
    return { ...after, runs: planRuns(after, now) };
  });
  return connection;
}
