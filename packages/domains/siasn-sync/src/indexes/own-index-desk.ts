import type { AgencyId } from '@sinau/kernel';
import { LeaseOver } from '../errors.ts';
import type { Environment } from '../settings.ts';
import { claimPeople } from './claim-people.ts';
import type { ReadingDeps } from './ports.ts';
import type { IndexDesk } from './read-due-indexes.ts';
import { settlePeople } from './settle-people.ts';

/** On our own tables. */
export function ownIndexDesk(
  deps: ReadingDeps,
  { agencyId, environment }: { readonly agencyId: AgencyId; readonly environment: Environment },
): IndexDesk {
  return {
    claim: (limit) => claimPeople(deps, { agencyId, environment, limit }),
    async settle({ leaseId }, end) {
      try {
        await settlePeople(deps, { agencyId, leaseId, end });
        return 'noted';
      } catch (error) {
        if (error instanceof LeaseOver) return 'lost';
        throw error;
      }
    },
  };
}
