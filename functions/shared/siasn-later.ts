import type { FollowDeps } from '@sinau/siasn-sync';
import type { createSiasnFollow } from './siasn-parts.ts';

/** What SIASN is owed, joined with the first fact that may change it. */
export function siasnLater(stores: Parameters<typeof createSiasnFollow>[0]): () => Promise<FollowDeps> {
  let joined: Promise<FollowDeps> | undefined;
  return () => {
    joined ??= import('./siasn-parts.ts').then(({ createSiasnFollow: create }) => create(stores));
    return joined;
  };
}
