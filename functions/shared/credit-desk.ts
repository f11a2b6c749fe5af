import { type CreditStore, cachedRules, type StandingDirectory } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import { createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { personStandingsOf } from './person-standings.ts';

/** The ledger of JP, for whoever looks at it and decides about it. Kept by each process, as rules count for a minute. */
export interface CreditDesk {
  readonly credit: CreditStore;
  readonly standings: StandingDirectory;
}

export function createCreditDesk(stores: { readonly dynamo: Dynamo; readonly table: string }): CreditDesk {
  return {
    credit: cachedRules(createCreditStore(stores), systemClock),
    standings: personStandingsOf({ people: createPeopleStore(stores) }),
  };
}
