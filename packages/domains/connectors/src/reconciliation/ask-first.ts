import type { Clock, Ids } from '@sinau/kernel';
import type { Connection } from '../connection.ts';
import { AdapterFailure } from '../ports.ts';
import { type PollDeps, pollResults } from '../results/poll-results.ts';
import { startPoll } from '../results/start-poll.ts';
import type { ReconciliationRun } from './run.ts';

export interface AskDeps extends PollDeps {
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
}

/** So long is asked before the comparison; what was not reached by then is compared as it is known. */
const longestMs = 30 * 60_000;

/**
 * Asks for the results of everybody who is compared, so that what came lately is in it. Gives what to note at the comparison: that there is more to
 * ask (`asking`), or what came of it. A provider that cannot be asked for results is compared all the same.
 */
export async function askFirst(
  deps: AskDeps,
  input: { readonly connection: Connection; readonly run: ReconciliationRun; readonly deadlineMs: number },
): Promise<Pick<ReconciliationRun, 'asking' | 'asked'>> {
  const { connection, run, deadlineMs } = input;
  const { connectionId } = connection;
  if (deps.clock.now().getTime() - Date.parse(run.startedAt) > longestMs)
    return { asked: { taken: 0, isWhole: false } };
  const runId = run.asking ?? (await startPoll(deps, { connectionId })).runId;
  try {
    const outcome = await pollResults(deps, { connection, runId, deadlineMs });
    if (outcome === 'again' || outcome === 'lost') return { asking: runId };
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    return { asked: { taken: 0, isWhole: false, reason: error.reason } };
  }
  const last = await deps.polls.last(connectionId);
  const isWhole = last?.runId === runId && last.state === 'done';
  return { asked: { taken: last?.runId === runId ? last.taken : 0, isWhole } };
}
