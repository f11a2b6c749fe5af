import type { SyncRow } from '@sinau/siasn-sync';
import type { SiasnStanding } from '@sinau/web';

/** A row as pages tell of it; how it came there is told of what stands there alone. */
export function siasnStanding(row: SyncRow): SiasnStanding {
  const { state, lacks, because, words, standing, environment } = row;
  return {
    ...{ state, lacks, isTrial: environment === 'training' },
    ...(because !== undefined && { because }),
    ...(words !== undefined && { words }),
    ...((state === 'accepted' || state === 'differs') && standing && { by: standing.by }),
  };
}
