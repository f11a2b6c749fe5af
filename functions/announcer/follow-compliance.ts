import { changedYear } from '@sinau/credit/dynamo';
import { changedPerson } from '@sinau/identity/dynamo';
import { changedDuty } from '@sinau/obligations/dynamo';
import type { Log } from '@sinau/platform/log';
import type { ComplianceParts } from '../shared/compliance-parts.ts';
import { followPeople, type StreamConsumer } from './follow-people.ts';

export interface FollowComplianceDeps {
  /** Loaded with the first change that somebody counts by. */
  readonly compliance: () => Promise<ComplianceParts>;
  readonly log: Log;
}

/** Whose place, JP or duties have changed is counted anew. */
export const followCompliance = (
  { compliance, log }: FollowComplianceDeps,
  consumer: StreamConsumer,
): StreamConsumer =>
  followPeople(
    {
      ...{ log, failure: 'people not counted' },
      concernedBy: (change) => changedPerson(change) ?? changedYear(change) ?? changedDuty(change),
      open: async () => {
        const [parts, { recountPerson }] = await Promise.all([compliance(), import('@sinau/compliance')]);
        return (personId) => recountPerson(parts, personId);
      },
    },
    consumer,
  );
