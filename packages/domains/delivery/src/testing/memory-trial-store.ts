import type { TrialPlace, TrialStore } from '../trial.ts';

/** The port on a map, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryTrialStore(): TrialStore {
  const rows = new Map<string, string>();
  const keyOf = ({ personId, courseId, version }: TrialPlace) => `${personId} ${courseId} ${version}`;
  return {
    find: async (at) => rows.get(keyOf(at)),
    put: async (at, registration) => void rows.set(keyOf(at), registration),
  };
}
