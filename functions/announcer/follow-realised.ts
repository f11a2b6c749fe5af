import type { RealisedStore } from '@sinau/annual-plan';
import { changedAgreement } from '@sinau/competency/dynamo';
import { changedLedger, changedYear } from '@sinau/credit/dynamo';
import { changedPlanItem } from '@sinau/external-learning/dynamo';
import type { Log } from '@sinau/platform/log';
import type { CreditDesk } from '../shared/credit-desk.ts';
import type { NamedRecords, OwnPlans } from '../shared/realised-ledger.ts';
import { followPeople, type StreamConsumer } from './follow-people.ts';

export interface FollowRealisedDeps {
  readonly realised: RealisedStore;
  readonly learnings: NamedRecords;
  /** What people mean to do about their gaps; loaded with the first change that somebody counts by. */
  readonly competency: () => Promise<{ readonly persons: OwnPlans }>;
  /** Loaded with the first change that somebody counts by. */
  readonly credit: () => Promise<CreditDesk>;
  readonly log: Log;
}

/** Whose lines of JP have changed, count in another way, or were learned for another item, is counted anew for the annual plans of agencies. */
export const followRealised = (
  { realised, learnings, competency, credit, log }: FollowRealisedDeps,
  consumer: StreamConsumer,
): StreamConsumer =>
  followPeople(
    {
      ...{ log, failure: 'what people have learned not counted' },
      concernedBy: (change) =>
        changedLedger(change) ?? changedYear(change) ?? changedPlanItem(change) ?? changedAgreement(change),
      open: async () => {
        const [desk, { persons }, { ledgerOf }, { recountRealised }] = await Promise.all([
          ...([
            credit(),
            competency(),
            import('../shared/realised-ledger.ts'),
            import('@sinau/annual-plan'),
          ] as const),
        ]);
        const ledger = ledgerOf(desk, learnings, persons);
        return (personId) => recountRealised({ realised, ledger }, personId);
      },
    },
    consumer,
  );
