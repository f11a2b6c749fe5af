import type { SyncRow } from '@sinau/siasn-sync';
import type { SiasnStanding } from '@sinau/web';

/** A row as pages tell of it; how it came there is told of what stands there alone. */
export function siasnStanding({ state, lacks, because, words, standing }: SyncRow): SiasnStanding {
  return {
    ...{ state, lacks },
    ...(because !== undefined && { because }),
    ...(words !== undefined && { words }),
    ...(state === 'accepted' && standing && { by: standing.by }),
  };
}
