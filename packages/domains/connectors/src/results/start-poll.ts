import type { Clock, Ids } from '@sinau/kernel';
import type { PollRun } from './poll-run.ts';
import type { PollRunStore } from './ports.ts';

/** A round that has written nothing for so long has lost its worker. */
const staleMs = 30 * 60_000;

/**
 * Begins a round of questions, where the one before stopped if it came to no end; `running`: one is under way, and its id.
 */
export async function startPoll(
  deps: { readonly polls: PollRunStore; readonly clock: Clock; readonly ids: Pick<Ids, 'uuid'> },
  { connectionId, startedBy }: { readonly connectionId: string; readonly startedBy?: string },
): Promise<{ readonly outcome: 'begun' | 'running'; readonly runId: string }> {
  const last = await deps.polls.last(connectionId);
  const now = deps.clock.now();
  const staleBefore = new Date(now.getTime() - staleMs).toISOString();
  if (last?.state === 'running' && last.updatedAt > staleBefore)
    return { outcome: 'running', runId: last.runId };
  const run: PollRun = {
    ...{ connectionId, runId: deps.ids.uuid(), startedAt: now.toISOString(), state: 'running' },
    ...(startedBy !== undefined && { startedBy }),
    ...(last && last.state !== 'done' && last.cursor && { cursor: last.cursor }),
    ...{ courses: 0, learners: 0, taken: 0, refused: 0 },
    ...{ updatedAt: now.toISOString(), rev: (last?.rev ?? 0) + 1 },
  };
  if ((await deps.polls.write(run, last?.rev)) === 'written') return { outcome: 'begun', runId: run.runId };
  const other = await deps.polls.last(connectionId);
  return { outcome: 'running', runId: other?.runId ?? run.runId };
}
