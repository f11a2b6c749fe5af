import type { EndedStore } from '../close-ended.ts';

/** The port on a set, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryEndedStore(): EndedStore {
  const noted = new Set<string>();
  return {
    note: async (registration) => void noted.add(registration),
    list: async (limit) => [...noted].toSorted().slice(0, limit),
    forget: async (registration) => void noted.delete(registration),
  };
}
