import type { Dynamo } from '@sinau/platform/dynamo';
import type { SealFollowParts } from '../announcer/follow-seals.ts';
import { once } from './later.ts';

/** What is to be sealed, joined with the first document that is ready. */
export function sealsLater(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): () => Promise<SealFollowParts> {
  return once(async () => (await import('./seal-parts.ts')).createSealFollow(stores));
}
