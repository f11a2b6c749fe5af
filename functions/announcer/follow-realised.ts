import { type RealisedStore, recountRealised } from '@sinau/annual-plan';
import { changedLedger, changedYear } from '@sinau/credit/dynamo';
import type { Log } from '@sinau/platform/log';
import type { CreditDesk } from '../shared/credit-desk.ts';
import { ledgerOf } from '../shared/realised-ledger.ts';
import { followPeople, type StreamConsumer } from './follow-people.ts';

export interface FollowRealisedDeps {
  readonly realised: RealisedStore;
  /** Loaded with the first change that somebody counts by. */
  readonly credit: () => Promise<CreditDesk>;
  readonly log: Log;
}

/** Whose lines of JP have changed, or count in another way, is counted anew for the annual plans of agencies. */
export const followRealised = (
  { realised, credit, log }: FollowRealisedDeps,
  consumer: StreamConsumer,
): StreamConsumer =>
  followPeople(
    {
      ...{ log, failure: 'what people have learned not counted' },
      concernedBy: (change) => changedLedger(change) ?? changedYear(change),
      open: async () => {
        const ledger = ledgerOf(await credit());
        return (personId) => recountRealised({ realised, ledger }, personId);
      },
    },
    consumer,
  );
