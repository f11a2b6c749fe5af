import type { Clock } from '@sinau/kernel';
import type { NotedPull, PullLog } from '../ports.ts';

const pauseMs = 60_000;

/** The port on a map, for unit tests. Passes the same contract suite as the DynamoDB adapter. */
export function memoryPullLog(clock: Clock, rows = new Map<string, NotedPull>()): PullLog {
  return {
    async note(pull) {
      const key = `${pull.agencyId} ${pull.clientId}`;
      const before = rows.get(key);
      const young = before && clock.now().getTime() - Date.parse(before.at) <= pauseMs;
      if (young && (before.reachedEnd || !pull.reachedEnd)) return;
      rows.set(key, pull);
    },
    async list(agencyId) {
      return [...rows.values()].filter((row) => row.agencyId === agencyId);
    },
  };
}
