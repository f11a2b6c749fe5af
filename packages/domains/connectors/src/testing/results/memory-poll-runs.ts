import type { PollRun } from '../../results/poll-run.ts';
import type { PollRunStore } from '../../results/ports.ts';

/** The port on a map. Passes the same contract suite as the DynamoDB adapter. */
export function memoryPollRunStore(): PollRunStore {
  const runs = new Map<string, PollRun>();
  return {
    last: async (connectionId) => structuredClone(runs.get(connectionId)),
    async write(run, seenRev) {
      if (runs.get(run.connectionId)?.rev !== seenRev) return 'lost';
      runs.set(run.connectionId, structuredClone(run));
      return 'written';
    },
  };
}
