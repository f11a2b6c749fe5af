import type { PlatformKeyBook, PlatformKeyStore } from '../lti/index.ts';

/** The port on one variable. Passes the same contract suite as the DynamoDB adapter. */
export function memoryPlatformKeyStore(): PlatformKeyStore {
  let kept: PlatformKeyBook | undefined;
  return {
    read: async () => kept,
    async write({ keys, rev }) {
      if ((kept?.rev ?? 0) !== rev) return 'stale';
      kept = { keys, rev: rev + 1 };
      return 'written';
    },
  };
}
