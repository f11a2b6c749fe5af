import type { CreditStore, RuledPeople, StandingDirectory } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { personStandingsOf } from './person-standings.ts';

/** What makes sums anew after a rule: ledgers, standings, and who lives under the rule. */
export interface RefreshParts {
  readonly credit: CreditStore;
  readonly standings: StandingDirectory;
  readonly ruled: RuledPeople;
  readonly clock: Clock;
}

const pageSize = 100;

export function createRefreshParts(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): RefreshParts {
  const people = createPeopleStore(stores);
  const organisations = createOrganisationStore(stores);
  return {
    credit: createCreditStore(stores),
    standings: personStandingsOf({ people }),
    ruled: {
      agencies: async () => (await organisations.listAgencies()).map(({ agencyId }) => agencyId),
      peopleOf: async (agencyId, after) => {
        const page = { limit: pageSize, ...(after !== undefined && { after }) };
        const { people: found, next } = await people.listByHome({ kind: 'agency', agencyId }, page);
        return { personIds: found.map(({ personId }) => personId), ...(next !== undefined && { next }) };
      },
    },
    clock: systemClock,
  };
}
